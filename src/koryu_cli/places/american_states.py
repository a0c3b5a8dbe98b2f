"""The states of the United States, where towns have the names of countries: Lebanon, Indiana.

Source of the English names: ISO 3166-2:US.
"""

import re
from functools import cache

from koryu_cli.places.lookup import key

_STATES = """
アラバマ Alabama アラスカ Alaska アリゾナ Arizona アーカンソー Arkansas カリフォルニア
California コロラド Colorado コネチカット コネティカット Connecticut デラウェア Delaware
フロリダ Florida ジョージア Georgia ハワイ Hawaii アイダホ Idaho イリノイ Illinois インディアナ
Indiana アイオワ Iowa カンザス Kansas ケンタッキー Kentucky ルイジアナ Louisiana メーン
Maine メリーランド Maryland マサチューセッツ Massachusetts ミシガン Michigan ミネソタ Minnesota
ミシシッピ Mississippi ミズーリ Missouri モンタナ Montana ネブラスカ Nebraska ネバダ Nevada
ニューハンプシャー New_Hampshire ニュージャージー New_Jersey ニューメキシコ New_Mexico
ニューヨーク New_York ノースカロライナ North_Carolina ノースダコタ North_Dakota オハイオ Ohio
オクラホマ Oklahoma オレゴン Oregon ペンシルベニア ペンシルバニア Pennsylvania ロードアイランド
Rhode_Island サウスカロライナ South_Carolina サウスダコタ South_Dakota テネシー Tennessee
テキサス Texas ユタ Utah バーモント Vermont バージニア Virginia ワシントン Washington
ウェストバージニア West_Virginia ウィスコンシン Wisconsin ワイオミング Wyoming
"""
_KIND = re.compile(r"州$|\s+State$", re.IGNORECASE)


def is_american_state(name: str) -> bool:
    """Tell whether a state has a name, in any width, case or kana: オレゴン州, Oregon."""
    return key(_KIND.sub("", name.strip())) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(key(name.replace("_", " ")) for name in _STATES.split())
