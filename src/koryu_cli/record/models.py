"""The record: an agreement between Japanese and overseas governments, as frozen models.

A field that follows from others is stored too. What ties them together is a rule of the model, in
its `disagreements`, which speaks of each fault at its own field and also of a record that is not
otherwise well-formed. Titles and descriptions are those of the JSON Schema. Section numbers are
those of the survey's form (個票).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, JsonValue, StringConstraints

from koryu_cli import wareki
from koryu_cli.places import codes, countries, prefectures
from koryu_cli.record.rules import Disagreement, Record, RuledRecord, SharedRecord
from koryu_cli.record.vocabulary import KINDS, Kind, Theme

Precision = Literal["day", "month", "year"]

Text = Annotated[str, StringConstraints(min_length=1)]
Hiragana = Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖー]+$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\x00-\x20\x7f-\x9f]+$")]
Telephone = Annotated[str, StringConstraints(pattern=r"^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")]

LARGEST_ID = 2**53 - 1
"""The largest whole number that every program reads exactly from JSON (RFC 8259, section 6)."""


def one_of(words: Callable[[], Iterable[str]]) -> Callable[[dict[str, JsonValue]], None]:
    """Return what names a closed vocabulary in a JSON Schema; its table is read only then."""

    def add_to(schema: dict[str, JsonValue]) -> None:
        schema["enum"] = [*words()]

    return add_to


@lru_cache(maxsize=4096)
def kind_of(agreement: str) -> Kind:
    """Return the kind of instrument that the name of an agreement ends with."""
    name = agreement.removesuffix("書") if agreement.endswith("協定書") else agreement
    return next((kind for kind in KINDS if name.endswith(kind)), "その他")


class JapaneseGovernment(SharedRecord, title="日本側の自治体"):
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

    @staticmethod
    def disagreements(values: Mapping[str, Any]) -> Iterator[Disagreement]:
        """Yield the fields that do not agree with those before them."""
        name, prefecture = values.get("name"), values.get("prefecture")
        municipality = values.get("municipality")
        owner = _prefecture_of(values["code"]) if "code" in values else None
        if prefecture not in (None, owner, *prefectures.names()):
            yield Disagreement("prefecture", "47 都道府県の名")
            prefecture = None
        has_municipality = bool(municipality) if "municipality" in values else None
        whole_name = f"{prefecture}{municipality or ''}"
        if has_municipality is not None and name and prefecture and name != whole_name:
            what = f"都道府県「{prefecture}」に続けて name「{name}」になる市区町村名"
            yield Disagreement("municipality", what)
            has_municipality = None
        if "code" in values:
            if owner is None:
                yield Disagreement("code", "検査数字の合う 6 桁の全国地方公共団体コード")
            elif prefecture and owner != prefecture:
                yield Disagreement("code", f"{prefecture}のコード（これは{owner}のもの）")
            elif (values["code"][2:5] == "000") is has_municipality:
                what = "市区町村のコード" if has_municipality else "都道府県のコード"
                yield Disagreement("code", what)


class OverseasGovernment(SharedRecord, title="海外側の自治体"):
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

    @staticmethod
    def disagreements(values: Mapping[str, Any]) -> Iterator[Disagreement]:
        """Yield the fields that do not agree with those before them."""
        name, country = values.get("name"), countries.country(values.get("country", ""))
        if "country" in values and country is None:
            yield Disagreement("country", "ISO 3166-1 の 2 文字の国名コード（大文字）")
        if country and values.get("country_name", country.name) != country.name:
            what = f"{country.alpha2} の国名「{country.name}」"
            yield Disagreement("country_name", what)
        for field in ("divisions", "body"):
            if name and "".join(values.get(field) or ()) not in name:
                yield Disagreement(field, f"name「{name}」の中にある名")


def _date_in(text: str) -> Mapping[str, object]:
    """Return the fields of the date that `text` gives; 平成4年から開始 gives the year it names.

    Raises:
        DateError: `text` is no date.
    """
    span = wareki.parse(text.partition("から")[0])
    start, end, precision, _ = span
    era_form = wareki.format_wareki(span)
    return {"text": text, "start": start, "end": end, "precision": precision, "wareki": era_form}


def _prefecture_of(code: str) -> str | None:
    return codes.prefecture_of(code).name if codes.is_valid_code(code) else None


class AgreementDate(SharedRecord, title="提携年月日"):
    """The date of an agreement: an inclusive span, as exact as the form gives it."""

    text: str = Field(title="記載", description="個票のとおりの年月日（例 平成8（1996）年6月24日）")
    start: date = Field(title="開始日", description="text が指す期間の最初の日")
    end: date = Field(title="終了日", description="text が指す期間の最後の日（その日を含む）")
    precision: Precision = Field(
        title="精度", description="text が指すのは日（day）か、月（month）か、年（year）か"
    )
    wareki: str = Field(title="和暦", description="和暦で書いた年月日（例 平成8年6月24日）")

    @staticmethod
    def disagreements(values: Mapping[str, Any]) -> Iterator[Disagreement]:
        """Yield the fields that do not agree with those before them."""
        if "text" not in values:
            return
        text = values["text"]
        try:
            found = _date_in(text)
        except wareki.DateError as error:
            yield Disagreement("text", f"読み取れる年月日（{error}）")
            return
        if found["precision"] not in get_args(Precision):
            yield Disagreement("text", "年月日、年月または年")
            return
        if values != found:
            for field, value in values.items():
                if value != found[field] and value != str(found[field]):
                    yield Disagreement(field, f"text「{text}」の「{found[field]}」")


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


class Agreement(RuledRecord, title="協定"):
    """An agreement of administrative exchange (行政交流): one form of the survey."""

    id: int = Field(ge=1, le=LARGEST_ID, title="番号", description="個票の番号。ほかと異なる")
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

    @staticmethod
    def disagreements(values: Mapping[str, Any]) -> Iterator[Disagreement]:
        """Yield the fields that do not agree with those before them."""
        if "agreement" in values and "kind" in values:
            agreement = values["agreement"]
            if values["kind"] != (kind := kind_of(agreement)):
                yield Disagreement("kind", f"「{agreement}」の種類「{kind}」")
        themes = values.get("themes", ())
        if len(set(themes)) < len(themes):
            yield Disagreement("themes", "重複のない分野")
