"""The names of a record's fields in Japanese: headings of tables, cards, files and the schema."""

from collections.abc import Iterable

HEADINGS = {
    "id": "番号",
    "category": "章",
    "title": "標題",
    "agreement": "協定等",
    "relation": "関係",
    "kind": "種類",
    "reprinted": "再掲",
    "page": "ページ",
    "japan": "日本側",
    "overseas": "海外側",
    "date": "提携年月日",
    "background": "経緯",
    "activities": "取組内容",
    "outcomes": "成果・課題等",
    "links": "ホームページ",
    "contacts": "問い合わせ先",
    "themes": "分野",
    "note": "備考",
    "other": "その他の項目",
    # parts of the two sides
    "name": "名称",
    "prefecture": "都道府県",
    "municipality": "市区町村",
    "code": "団体コード",
    "kana": "読み",
    "body": "団体",
    "country": "国",
    "country_code": "国名コード",
    "divisions": "州・省",
    # parts of the date
    "text": "記載",
    "start": "開始日",
    "end": "終了日",
    "precision": "精度",
    "wareki": "和暦",
    # parts of links and contacts
    "label": "見出し",
    "url": "URL",
    "departments": "担当部署",
    "phone": "電話番号",
    "email": "電子メール",
}


def numbered(headings: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return headings, each that is taken or like an earlier one with a number behind it: 国2."""
    known = set(taken)
    numbers: dict[str, int] = {}
    names = []
    for heading in headings:
        name, number = heading, numbers.get(heading, 1)
        while name in known:
            number += 1
            name = f"{heading}{number}"
        numbers[heading] = number
        known.add(name)
        names.append(name)
    return names
