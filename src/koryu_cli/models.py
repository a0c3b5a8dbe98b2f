"""The record: an agreement between Japanese and overseas governments, as frozen models.

A field that follows from others is stored too, and is checked here against those that stand
before it, so that every fault is reported at its own field. Section numbers are those of the
survey's form (個票).
"""

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from koryu_cli import wareki
from koryu_cli.places import codes, countries, prefectures

Kind = Literal["協定", "覚書", "協議書", "合意書", "意向書", "議定書", "同意書", "その他"]
Theme = Literal[
    "ICT",
    "経済・産業",
    "環境",
    "観光",
    "議会交流",
    "教育",
    "首長交流",
    "上下水道",
    "人材育成",
    "人事交流",
    "政策",
    "都市基盤",
    "文化・スポーツ",
    "防災",
]
Precision = Literal["day", "month", "year"]
KINDS: tuple[Kind, ...] = get_args(Kind)
THEMES: tuple[Theme, ...] = get_args(Theme)

Part = TypeVar("Part", tuple[str, ...], str | None)
Value = TypeVar("Value")

Text = Annotated[str, StringConstraints(min_length=1)]
Hiragana = Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖー]+$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\x00-\x20\x7f-\x9f]+$")]
Telephone = Annotated[str, StringConstraints(pattern=r"^0\d{1,4}-\d{1,4}-\d{3,4}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")]


def expected(what: str) -> PydanticCustomError:
    """Return the error of a value in whose place `what` (Japanese) should stand."""
    return PydanticCustomError("koryu", "{expected}", {"expected": what})


def kind_of(agreement: str) -> Kind:
    """Return the kind of instrument that the name of an agreement ends with."""
    name = agreement.removesuffix("書") if agreement.endswith("協定書") else agreement
    return next((kind for kind in KINDS if name.endswith(kind)), "その他")


class Record(BaseModel):
    """A part of the catalogue: immutable, with exactly the fields named."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class JapaneseGovernment(Record):
    """A prefecture or municipality of Japan, with its 6-digit code (全国地方公共団体コード)."""

    name: Text
    prefecture: str
    municipality: Text | None
    code: str
    kana: Hiragana

    @field_validator("prefecture")
    @classmethod
    def _prefecture_exists(cls, value: str) -> str:
        if value not in prefectures.names():
            raise expected("47 都道府県の名")
        return value

    @field_validator("municipality")
    @classmethod
    def _completes_the_name(cls, value: str | None, info: ValidationInfo) -> str | None:
        name, prefecture = info.data.get("name"), info.data.get("prefecture")
        if name and prefecture and name != prefecture + (value or ""):
            raise expected(f"都道府県「{prefecture}」に続けて name「{name}」になる市区町村名")
        return value

    @field_validator("code")
    @classmethod
    def _belongs_to_the_government(cls, value: str, info: ValidationInfo) -> str:
        if not codes.is_valid_code(value):
            raise expected("検査数字の合う 6 桁の全国地方公共団体コード")
        prefecture = codes.prefecture_of(value)
        if "prefecture" in info.data and prefecture.name != info.data["prefecture"]:
            raise expected(f"{info.data['prefecture']}のコード（これは{prefecture.name}のもの）")
        if "municipality" in info.data:
            municipality = info.data["municipality"]
            if (value[2:5] == "000") is not (municipality is None):
                raise expected("市区町村のコード" if municipality else "都道府県のコード")
        return value


class OverseasGovernment(Record):
    """A government outside Japan; `divisions` are its administrative divisions, outermost first."""

    name: Text
    country: str
    country_name: str
    divisions: tuple[Text, ...]
    body: Text | None

    @field_validator("country")
    @classmethod
    def _exists(cls, value: str) -> str:
        if countries.country(value) is None:
            raise expected("ISO 3166-1 の 2 文字の国名コード（大文字）")
        return value

    @field_validator("country_name")
    @classmethod
    def _is_the_name_of_the_country(cls, value: str, info: ValidationInfo) -> str:
        country = countries.country(info.data.get("country", ""))
        if country and value != country.name:
            raise expected(f"{country.alpha2} の国名「{country.name}」")
        return value

    @field_validator("divisions", "body")
    @classmethod
    def _stands_in_the_name(cls, value: Part, info: ValidationInfo) -> Part:
        name = info.data.get("name")
        if name and "".join(value or ()) not in name:
            raise expected(f"name「{name}」の中にある名")
        return value


@lru_cache(maxsize=256)
def _date_in(text: str) -> wareki.Span:
    """Read the date that `text` gives; 平成4年から開始 gives the year in which it started."""
    return wareki.parse(text.partition("から")[0])


class AgreementDate(Record):
    """The date of an agreement: an inclusive span, as exact as the form gives it."""

    text: str
    start: date
    end: date
    precision: Precision
    wareki: str

    @field_validator("text")
    @classmethod
    def _is_a_date(cls, value: str) -> str:
        try:
            span = _date_in(value)
        except wareki.DateError as error:
            raise expected(f"読み取れる年月日（{error}）") from None
        if span.precision not in get_args(Precision):
            raise expected("年月日、年月または年")
        return value

    @field_validator("start", "end", "precision", "wareki")
    @classmethod
    def _agrees_with_the_text(cls, value: Value, info: ValidationInfo) -> Value:
        if "text" not in info.data or info.field_name is None:
            return value
        span = _date_in(info.data["text"])
        found: object
        if info.field_name == "wareki":
            found = wareki.format_wareki(span)
        else:
            found = getattr(span, info.field_name)
        if value != found:
            raise expected(f"text「{info.data['text']}」の「{found}」")
        return value


class Link(Record):
    """A web page about the agreement, section (6)."""

    label: Text | None
    url: Address


class Contact(Record):
    """Whom to ask, section (7)."""

    departments: tuple[Text, ...]
    phone: Telephone | None
    email: Email | None


class Agreement(Record):
    """An agreement of administrative exchange (行政交流): one form of the survey."""

    id: Annotated[int, Field(ge=1)]
    category: Literal["行政交流"]
    title: Text
    agreement: Text
    kind: Kind
    reprinted: bool
    page: Annotated[int, Field(ge=1)]
    japan: Annotated[tuple[JapaneseGovernment, ...], Field(min_length=1)]
    overseas: Annotated[tuple[OverseasGovernment, ...], Field(min_length=1)]
    date: AgreementDate
    background: Text | None
    activities: Text | None
    outcomes: Text | None
    links: tuple[Link, ...]
    contacts: tuple[Contact, ...]
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]

    @field_validator("kind")
    @classmethod
    def _agrees_with_the_agreement(cls, value: Kind, info: ValidationInfo) -> Kind:
        if "agreement" in info.data and value != kind_of(info.data["agreement"]):
            raise expected(
                f"「{info.data['agreement']}」の種類「{kind_of(info.data['agreement'])}」"
            )
        return value

    @field_validator("themes")
    @classmethod
    def _are_different(cls, value: tuple[Theme, ...]) -> tuple[Theme, ...]:
        if len(set(value)) < len(value):
            raise expected("重複のない分野")
        return value
