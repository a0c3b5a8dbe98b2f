"""The record: an agreement between Japanese and overseas governments, as frozen models.

What follows from other fields is stored too; a data file may leave it out. What ties fields
together is a rule of the model, in its `disagreements`, which speaks of each fault at its own field
and also of a record that is not otherwise well-formed. Titles and descriptions are those of the
JSON Schema. Section numbers are those of the survey's form (個票).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from pydantic import Field, JsonValue, model_validator

from koryu_cli.language import _
from koryu_cli.places import countries, prefectures
from koryu_cli.record import dates, governments
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.rules import Disagreement, Record, RuledRecord, settle
from koryu_cli.record.values import (
    LARGEST_ID,
    Address,
    Email,
    Hiragana,
    Precision,
    Telephone,
    Text,
)
from koryu_cli.record.vocabulary import Kind, Theme, kind_of
from koryu_cli.wareki import Span


def _name_prefectures(schema: dict[str, JsonValue]) -> None:
    schema["enum"] = [*prefectures.names(), None]


def _name_countries(schema: dict[str, JsonValue]) -> None:
    schema["enum"] = [*(country.alpha2 for country in countries.countries()), None]


class JapaneseGovernment(RuledRecord, title=HEADINGS["japan"]):
    """A prefecture or municipality of Japan, with its 6-digit code (全国地方公共団体コード)."""

    name: Text = Field(
        title=HEADINGS["name"], description="都道府県名と市区町村名（例 北海道札幌市）"
    )
    prefecture: str | None = Field(
        None,
        title=HEADINGS["prefecture"],
        description="都道府県の名（例 北海道）。どこか分からない団体なら null",
        json_schema_extra=_name_prefectures,
    )
    municipality: Text | None = Field(
        None,
        title=HEADINGS["municipality"],
        description="市区町村の名（例 札幌市）。都道府県や団体なら null",
    )
    code: str | None = Field(
        None,
        title=HEADINGS["code"],
        description="検査数字を含む 6 桁の全国地方公共団体コード（例 011002）。団体なら null",
        json_schema_extra={"pattern": "^[0-9]{6}$"},
    )
    kana: Hiragana | None = Field(
        None,
        title=HEADINGS["kana"],
        description="市区町村、なければ都道府県の読み（例 さっぽろし）。団体なら null",
    )
    body: Text | None = Field(
        None, title=HEADINGS["body"], description="自治体でない団体の名（例 横浜港）"
    )

    derived = staticmethod(governments.japanese)
    disagreements = staticmethod(governments.japanese_disagreements)

    @classmethod
    def completed(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields with those that are left out; 札幌市 alone becomes 北海道札幌市."""
        known = super().completed(values)
        if "prefecture" not in values and known["prefecture"] and known["body"] is None:
            known["name"] = governments.japanese(values)["name"]
        return known


class OverseasGovernment(RuledRecord, title=HEADINGS["overseas"]):
    """A government outside Japan; `divisions` are its administrative divisions, outermost first."""

    name: Text = Field(
        title=HEADINGS["name"], description="国名からの名（例 大韓民国江原道襄陽郡）"
    )
    country: str | None = Field(
        None,
        title=HEADINGS["country_code"],
        description="ISO 3166-1 の 2 文字の国名コード（例 KR）。分からなければ null",
        json_schema_extra=_name_countries,
    )
    country_name: Text | None = Field(
        None,
        title=HEADINGS["country"],
        description="country の国の、日常の名（例 韓国）。分からなければ null",
    )
    divisions: tuple[Text, ...] = Field(
        (),
        title=HEADINGS["divisions"],
        description="行政区画を大きいものから順に（例 江原道、襄陽郡）",
    )
    body: Text | None = Field(
        None,
        title=HEADINGS["body"],
        description="自治体でない団体の名（例 王立ブータン研究所）。自治体なら null",
    )

    derived = staticmethod(governments.overseas)
    disagreements = staticmethod(governments.overseas_disagreements)


class AgreementDate(RuledRecord, title=HEADINGS["date"]):
    """The date of an agreement: an inclusive span, as exact as its text gives it.

    A text that cannot be read has no span.
    """

    text: Text = Field(
        title=HEADINGS["text"], description="書かれたとおりの年月日（例 平成8（1996）年6月24日）"
    )
    start: date | None = Field(
        None, title=HEADINGS["start"], description="text が指す期間の最初の日"
    )
    end: date | None = Field(
        None, title=HEADINGS["end"], description="text が指す期間の最後の日（その日を含む）"
    )
    precision: Precision | None = Field(
        None,
        title=HEADINGS["precision"],
        description="text が指すのは日（day）、月（month）、年（year）、年度（fiscal_year）か",
    )
    wareki: Text | None = Field(
        None,
        title=HEADINGS["wareki"],
        description="和暦で書いた年月日（例 平成8年6月24日）。明治5年以前は null",
    )

    derived = staticmethod(dates.derived)
    disagreements = staticmethod(dates.disagreements)

    @property
    def span(self) -> Span | None:
        """The days that the text stands for, or None if it cannot be read."""
        if self.start is None or self.precision is None:
            return None
        return Span(self.start, self.end, self.precision)


class Link(Record, title=HEADINGS["links"]):
    """A web page about the agreement, section (6)."""

    label: Text | None = Field(
        None, title=HEADINGS["label"], description="アドレスに添えた語。なければ null"
    )
    url: Address = Field(title="アドレス", description="http または https のアドレス")


class Contact(Record, title=HEADINGS["contacts"]):
    """Whom to ask, section (7)."""

    departments: tuple[Text, ...] = Field((), title=HEADINGS["departments"], description="部署の名")
    phone: Telephone | None = Field(
        None,
        title=HEADINGS["phone"],
        description="電話番号（例 011-211-2032、(代)、内線、+81 も可）。なければ null",
    )
    email: Email | None = Field(
        None, title=HEADINGS["email"], description="アドレス。なければ null"
    )


class Agreement(RuledRecord, title="協定"):
    """An agreement: one form of the survey, or one row of a ledger."""

    id: int = Field(
        ge=1, le=LARGEST_ID, title=HEADINGS["id"], description="個票の番号。ほかと異なる"
    )
    category: Text | None = Field(
        None, title=HEADINGS["category"], description="調査の章（例 行政交流）。なければ null"
    )
    title: Text | None = Field(
        None,
        title=HEADINGS["title"],
        description="個票の標題（【再掲】は除く）。なければ null",
    )
    agreement: Text | None = Field(
        None, title=HEADINGS["agreement"], description="協定などの名。なければ null"
    )
    relation: Text | None = Field(
        None,
        title=HEADINGS["relation"],
        description="互いの関係を表す語（姉妹都市、友好都市、姉妹港など）。なければ null",
    )
    kind: Kind | None = Field(
        None,
        title=HEADINGS["kind"],
        description="agreement の末尾が示す文書の種類。agreement がなければ null",
    )
    reprinted: bool = Field(
        False, title=HEADINGS["reprinted"], description="調査のほかの章にも載るか"
    )
    page: int | None = Field(
        None,
        ge=1,
        title=HEADINGS["page"],
        description="調査の目次にあるページ番号。なければ null",
    )
    japan: tuple[JapaneseGovernment, ...] = Field(
        min_length=1, title=HEADINGS["japan"], description="協定を結んだ日本の自治体"
    )
    overseas: tuple[OverseasGovernment, ...] = Field(
        min_length=1, title=HEADINGS["overseas"], description="協定を結んだ海外の自治体"
    )
    date: AgreementDate | None = Field(
        None, title=HEADINGS["date"], description="協定を結んだ年月日。記載がなければ null"
    )
    background: Text | None = Field(
        None,
        title=HEADINGS["background"],
        description="(3) 提携に至った経緯。記載がなければ null",
    )
    activities: Text | None = Field(
        None,
        title=HEADINGS["activities"],
        description="(4) 提携後の取組内容。記載がなければ null",
    )
    outcomes: Text | None = Field(
        None,
        title=HEADINGS["outcomes"],
        description="(5) 取組による成果・課題等。記載がなければ null",
    )
    links: tuple[Link, ...] = Field(
        (), title=HEADINGS["links"], description="(6) 取組を紹介しているホームページ"
    )
    contacts: tuple[Contact, ...] = Field(
        (), title=HEADINGS["contacts"], description="(7) 問い合わせ先"
    )
    themes: tuple[Theme, ...] = Field(
        (),
        title=HEADINGS["themes"],
        description="協定の分野。重複しない",
        json_schema_extra={"uniqueItems": True},
    )
    note: Text | None = Field(None, title=HEADINGS["note"], description="台帳の備考。なければ null")
    other: dict[Text, str] = Field(
        {}, title=HEADINGS["other"], description="台帳のほかの列を、見出しと値の組で"
    )

    @property
    def span(self) -> Span | None:
        """The days of the agreement's date, or None if no date is given or it cannot be read."""
        return self.date.span if self.date else None

    @property
    def headline(self) -> str:
        """The title, else the name of the agreement, else what the parties call each other."""
        return self.title or self.agreement or self.relation or ""

    @model_validator(mode="after")
    def _settled(self) -> Self:
        settle(self.ruled())
        return self

    def ruled(self) -> list[RuledRecord]:
        """Return the parts in which fields depend on each other, the record as a whole last."""
        dates = () if self.date is None else (self.date,)
        return [*self.japan, *self.overseas, *dates, self]

    @staticmethod
    def derived(values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the kind of instrument, which follows from the name of the agreement."""
        agreement = values.get("agreement")
        return {"kind": kind_of(agreement) if agreement else None}

    @staticmethod
    def disagreements(values: Mapping[str, Any]) -> list[Disagreement]:
        """Return the fields that do not agree with those before them."""
        found = []
        if "kind" in values and "agreement" in values:
            agreement = values["agreement"]
            right = kind_of(agreement) if agreement else None
            if values["kind"] != right:
                expected = (
                    _("「{agreement}」の種類「{kind}」", agreement=agreement, kind=right)
                    if right
                    else _("null（agreement がないとき）")
                )
                found.append(Disagreement("kind", expected))
        themes = values.get("themes", ())
        if len(themes) > 1 and len(set(themes)) < len(themes):
            found.append(Disagreement("themes", _("重複のない分野")))
        return found
