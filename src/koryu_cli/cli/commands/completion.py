"""`koryu completion`: the scripts that complete command lines in bash, zsh and fish.

The scripts in `cli/scripts` set `_KORYU_COMPLETE`, run koryu with the words of the command
line up to the cursor, quotes and all, and get a line for each candidate: the value, a tab, and what
it means. They take each line for text and evaluate none of it.
"""

from pathlib import Path
from typing import Annotated

import typer

from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.mistakes import pick
from koryu_cli.cli.settings import Settings
from koryu_cli.language import _

EXAMPLES = """
eval "$(koryu completion bash)"
koryu completion zsh > _koryu
koryu completion fish > koryu.fish
"""
SHELLS = ("bash", "zsh", "fish")

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("completion", cls=Command, epilog=EXAMPLES)
@grouped
def completion(
    shell: Annotated[
        str,
        typer.Argument(metavar="シェル", help="bash、zsh、fish", autocompletion=lambda: SHELLS),
    ],
    settings: Settings,
) -> None:
    """Tab キーでコマンド、オプション、値を補完するスクリプトを示す。

    bash では eval "$(koryu completion bash)" と ~/.bashrc に書く。

    zsh では eval "$(koryu completion zsh)" と ~/.zshrc の compinit より後に書くか、fpath の
    ディレクトリに _koryu の名で書き出す。

    fish では ~/.config/fish/completions/koryu.fish に書き出す。
    """
    name = pick(_("シェル"), shell, SHELLS)
    script = Path(__file__).parents[1] / "scripts" / f"koryu.{name}"
    settings.output.write([script.read_text("utf-8")])
