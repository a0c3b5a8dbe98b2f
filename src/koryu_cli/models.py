"""The record: an agreement between Japanese and overseas governments, as frozen models.

A field that follows from others is stored too, and is checked here against those that stand
before it, so that every fault is reported at its own field. Titles and descriptions are those of
the JSON Schema. Section numbers are those of the survey's form (個票).
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
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
Telephone = Annotated[str, StringConstraints(pattern=r"^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")]


def expected(what: str) -> PydanticCustomError:
    """Return the error of a value in whose place `what` (Japanese) should stand."""
    return PydanticCustomError("koryu", "{expected}", {"expected": what})


def one_of(words: Callable[[], Iterable[str]]) -> Callable[[dict[str, JsonValue]], None]:
    """Return what names a closed vocabulary in a JSON Schema; its table is read only then."""

    def add_to(schema: dict[str, JsonValue]) -> None:
        schema["enum"] = [*words()]

    return add_to


def kind_of(agreement: str) -> Kind:
    """Return the kind of instrument that the name of an agreement ends with."""
    name = agreement.removesuffix("書") if agreement.endswith("協定書") else agreement
    return next((kind for kind in KINDS if name.endswith(kind)), "その他")


class Record(BaseModel):
    """A part of the catalogue: immutable, with exactly the fields named.

    Docstrings speak to developers and stay out of the JSON Schema.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        json_schema_extra=lambda schema: schema.pop("description"),
    )


class JapaneseGovernment(Record, title="日本側の自治体"):
    """A prefecture or municipality of Japan, with its 6-digit code (全国地方公共団体コード)."""

    name: Text = Field(title="名称", description="都道府県名と市区町村名（例 北海道札幌市）")
    prefecture: str = Field(
        title="都道府県",
        description="都道府県の名（例 北海道）",
        json_schema_extra=one_of(prefectures.names),
    )
    municipality: Text | None = Field(
        title="市区町村", description="市区町村の名（例 札幌市）。都道府県なら null"
    )
    code: str = Field(
        title="団体コード",
        description="検査数字を含む 6 桁の全国地方公共団体コード（例 011002）",
        json_schema_extra={"pattern": "^[0-9]{6}$"},
    )
    kana: Hiragana = Field(
        title="読み", description="市区町村、なければ都道府県の読み（例 さっぽろし）"
    )

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


class OverseasGovernment(Record, title="海外側の自治体"):
    """A government outside Japan; `divisions` are its administrative divisions, outermost first."""

    name: Text = Field(
        title="名称", description="個票のとおりの、国名からの名（例 大韓民国江原道襄陽郡）"
    )
    country: str = Field(
        title="国名コード",
        description="ISO 3166-1 の 2 文字の国名コード（例 KR）",
        json_schema_extra=one_of(lambda: (country.alpha2 for country in countries.countries())),
    )
    country_name: str = Field(
        title="国",
        description="country の国の、日常の名（例 韓国）",
        json_schema_extra=one_of(lambda: (country.name for country in countries.countries())),
    )
    divisions: tuple[Text, ...] = Field(
        title="行政区画", description="大きいものから順に（例 江原道、襄陽郡）。name の中にある名"
    )
    body: Text | None = Field(
        title="団体",
        description="自治体でない団体の名（例 王立ブータン研究所）。自治体なら null",
    )

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


class AgreementDate(Record, title="提携年月日"):
    """The date of an agreement: an inclusive span, as exact as the form gives it."""

    text: str = Field(title="記載", description="個票のとおりの年月日（例 平成8（1996）年6月24日）")
    start: date = Field(title="開始日", description="text が指す期間の最初の日")
    end: date = Field(title="終了日", description="text が指す期間の最後の日（その日を含む）")
    precision: Precision = Field(
        title="精度", description="text が指すのは日（day）か、月（month）か、年（year）か"
    )
    wareki: str = Field(title="和暦", description="和暦で書いた年月日（例 平成8年6月24日）")

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


class Link(Record, title="ホームページ"):
    """A web page about the agreement, section (6)."""

    label: Text | None = Field(title="見出し", description="アドレスに添えた語。なければ null")
    url: Address = Field(title="アドレス", description="http または https のアドレス")


class Contact(Record, title="問い合わせ先"):
    """Whom to ask, section (7)."""

    departments: tuple[Text, ...] = Field(title="担当部署", description="部署の名")
    phone: Telephone | None = Field(
        title="電話番号", description="市外局番から（例 011-211-2032）。なければ null"
    )
    email: Email | None = Field(title="電子メール", description="アドレス。なければ null")


class Agreement(Record, title="協定"):
    """An agreement of administrative exchange (行政交流): one form of the survey."""

    id: int = Field(ge=1, title="番号", description="個票の番号。ほかと異なる")
    category: Literal["行政交流"] = Field(title="章", description="調査の章")
    title: Text = Field(title="標題", description="個票の標題（【再掲】は除く）")
    agreement: Text = Field(title="協定等", description="協定などの名")
    kind: Kind = Field(title="種類", description="agreement の末尾が示す文書の種類")
    reprinted: bool = Field(title="再掲", description="調査のほかの章にも載るか")
    page: int = Field(ge=1, title="ページ", description="調査の目次にあるページ番号")
    japan: tuple[JapaneseGovernment, ...] = Field(
        min_length=1, title="日本側", description="協定を結んだ日本の自治体"
    )
    overseas: tuple[OverseasGovernment, ...] = Field(
        min_length=1, title="海外側", description="協定を結んだ海外の自治体"
    )
    date: AgreementDate = Field(description="協定を結んだ年月日")
    background: Text | None = Field(
        title="経緯", description="(3) 提携に至った経緯。記載がなければ null"
    )
    activities: Text | None = Field(
        title="取組内容", description="(4) 提携後の取組内容。記載がなければ null"
    )
    outcomes: Text | None = Field(
        title="成果・課題等", description="(5) 取組による成果・課題等。記載がなければ null"
    )
    links: tuple[Link, ...] = Field(
        title="ホームページ", description="(6) 取組を紹介しているホームページ"
    )
    contacts: tuple[Contact, ...] = Field(title="問い合わせ先", description="(7) 問い合わせ先")
    themes: tuple[Theme, ...] = Field(
        min_length=1,
        title="分野",
        description="協定の分野。重複しない",
        json_schema_extra={"uniqueItems": True},
    )

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
