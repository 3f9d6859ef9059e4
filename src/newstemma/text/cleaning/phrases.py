"""What a line of furniture says in so many words, wherever on the page it stands.

Short lists of our own; whatever the shape or the place of a line can tell is told in
`text.page`. Every form is anchored and bounded, and only lines of modest length are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newstemma.records import FurnitureKind
from newstemma.text.cleaning.bylines import byline_in_line
from newstemma.text.cleaning.captions import is_caption
from newstemma.text.cleaning.credits import credited_in_line
from newstemma.text.cleaning.datelines import dateline_of
from newstemma.text.cleaning.lines import Line
from newstemma.text.cleaning.published import is_date_line
from newstemma.text.cleaning.teasers import is_labelled_teaser

__all__ = ["kind_by_words"]

_LONGEST_LINE = 700
_DATE_WORDS = 24
_REACH_WORDS = 60
_NETWORKS = (
    "facebook|twitter|x|instagram|linkedin|telegram|whats ?app|youtube|tiktok|threads|bluesky|"
    "mastodon|reddit|pinterest|flipboard|tumblr|truth social|google news"
)


def _whole(*forms: str, end: str = r"[\s.…!:>»→)\]]*$") -> re.Pattern[str]:
    """A pattern for lines that are one of `forms` and nothing else."""
    return re.compile(rf"(?:{'|'.join(forms)}){end}", re.IGNORECASE)


_BULLET = _whole(r"[\W_]{1,20}", "-30-", end="$")

_SOURCE_LINK = _whole(
    r"(?:original )?source (?:link|article|url)",
    r"(?:view|see|read|visit) (?:the )?(?:original|full|source|entire|complete|rest)"
    r"(?: of (?:the|this))?(?: (?:article|story|post|report|piece|version|text|source))?"
    r"(?: (?:here|at|on|from|in|via)\b.{0,60})?",
    r"original (?:article|story|post)",
    r"(?:continue|keep) reading(?:\W.{0,80}| the main story)?",
    r"read (?:it|more)(?: (?:at|on|from|in) .{1,60}| here)?",
    r"read here",
    r"permalink",
    r"link to (?:the )?(?:article|source)",
    r"(?:click|tap) here (?:to|for) (?:read|view|see|the|more)\b.{0,80}",
    r"https?://\S+",
    r"lien source",
    r"enlace",
    r"zum artikel",
)

_LINKS_TO_OTHERS = (
    r"(?:read|see|watch|listen|view) (?:more|also|next|now|live)",
    r"also (?:read|see|watch)",
    r"related(?: (?:posts?|articles?|stories|story|news|content|topics?|coverage|links?|video))?",
    r"more (?:stories|news|coverage|like this|on this(?: story| topic)?|"
    r"from .{2,40}|about .{2,40})",
    r"most (?:read|popular|viewed|shared|commented)(?: (?:stories|articles|videos|in .{2,30}))?",
    r"trending(?: now| stories)?",
    r"recommended(?: (?:for you|stories|reading|articles|videos?))?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)",
    r"(?:don't miss|up next|further reading|what to read next|in case you missed it)",
    r"(?:editors?'?s? picks?|must[- ]reads?)",
    r"(?:latest|top|other|popular) (?:news|stories|posts|headlines|articles|videos)",
    r"(?:previous|next) (?:article|post)",
    r"(?:à )?lire aussi",
    r"(?:lesen sie auch|mehr zum thema)",
    r"(?:lea también|te puede interesar)",
    r"leia (?:também|mais)",
    r"leggi anche",
    r"lees ook",
    r"läs också",
    r"читайте также",
    r"اقرأ أيضا",
)
# Such words open sentences too, so what follows them counts only after a clear mark.
_RELATED = _whole(
    rf"[>»▶►•*\[-]{{0,3}} ?(?:{'|'.join(_LINKS_TO_OTHERS)})",
    end=r"(?:\s*[.!…]{0,3}|\s*[:|–—>»]{1,3}(?:\s*\S.{0,240})?)$",
)
_TO_VIDEO = _whole(r"(?:watch|video)(?:\s?: ?\S{1,30}(?: \S{1,30})?)?")
_PAGER = _whole(
    r"(?:page |image |photo |slide )?\d{1,4} ?(?:of|/|von|de|sur) ?\d{1,5}",
    r"[«‹<←]?\s?(?:prev(?:ious)?|back)(?: (?:page|post|article))?(?:\W{1,4}next)?",
    r"next(?: (?:page|post|article))?",
    end=r"\W{0,4}$",
)

_FOLLOW = _whole(
    # follow, subscribe, sign up
    rf"(?:please )?(?:follow|like|join|find|connect with) [^.]{{2,70}}? (?:on|at|via) "
    rf"[^.]{{0,40}}?\b(?:{_NETWORKS})\b.{{0,120}}",
    r"follow @?\w.{0,60}@\w+\W*",
    r"follow [^.]{2,80} (?:at|on|via) https?://\S+",
    r"follow (?:@\w+|us)\W*",
    r"subscribe(?: (?:now|today|here)| (?:to|for|via) .{2,160})?",
    r"sign up(?: (?:now|today|here)| (?:for|to) .{2,160})?",
    r"(?:register|log ?in|sign in)(?: (?:now|here|to .{2,80}))?",
    r"join (?:the (?:conversation|discussion)|our\b).{0,120}",
    r"get (?:the|our|all the|daily|breaking|more)\b.{0,120}(?:inbox|newsletters?|alerts?|app|email)"
    r"\b.{0,60}",
    r"thanks? (?:you )?for (?:signing up|subscribing|reading).{0,80}",
    r"enter your e?-?mail.{0,60}",
    r"download (?:the|our) .{0,60}app.{0,60}",
    r"(?:donate|support (?:us|our)\b).{0,100}",
    r"(?:abonnieren|abonnez-vous|suscríbete|partager|teilen|compart(?:ir|ilhar)).{0,60}",
    # share, print, comment
    r"(?:listen to|print|save|bookmark|email|share|tweet|copy|gift) (?:this )?(?:full )?"
    r"(?:article|story|post|page|link|via .{2,20}|on .{2,20}|with .{2,20})(?: .{1,30})?",
    r"share(?: this)?",
    r"listen",
    r"(?:leave|post|add|write) a (?:comment|reply).{0,40}",
    r"(?:view |show |read |hide |\d{1,5} )?(?:all )?comments?(?: \(?\d{0,5}\)?| are closed)?",
    # write to us
    r"(?:have|got|do you have) (?:a|any) (?:news )?(?:tip|story|question).{0,200}",
    r"(?:contact|reach|e-?mail|write to) .{2,80}@\S+\.\w{2,}\W*",
    r"contact us",
    rf"\S{{1,40}}@[\w-]{{1,40}}(?:\.[\w-]{{2,20}}){{1,3}}|(?:www\.)?(?:{_NETWORKS})\.com/\S+",
    # what the page says of itself
    r"advertis?ements?",
    r"(?:advert|anzeige|publicidad|publicité|pubblicità)",
    r"sponsored(?: content)?",
    r"(?:article|story|content) continues (?:below|after) .{2,30}",
    r"skip (?:to|past|advert).{0,40}",
    r"(?:approx\w*\W+)?\d{1,3}[- ]min(?:ute)?s?(?: to)? (?:read|listen|watch)",
    r"(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura)\b.{0,20}",
    r"(?:click|tap) here (?:to|for) .{2,120}",
)
_SHARE_BUTTONS = re.compile(
    rf"(?:(?:{_NETWORKS}|share|e-?mail|print|copy(?: link)?|link|messenger|pocket|sms|save|tweet|"
    r"pin|rss|on|via|and|more)(?:[\s,|/·•&+]+|$)){2,16}$",
    re.IGNORECASE,
)
# Where to find whoever wrote it: a request that opens a sentence, with a network or an address
# after it, for in a report too people are reached, contacted and followed.
_REACH = re.compile(
    r"(?:^|[.!?|] )(?:please |you can )?(?:follow|reach|contact|e-?mail|tweet) (?:to |at )?"
    r"(?:him|her|them|me|us|the (?:author|writer|reporter)s?)\b"
    rf"[^.!?\"]{{0,60}}?(?:@\w|\w@\w|\b(?:{_NETWORKS})\b)"
    r"|\bon twitter:? @\w",
    re.IGNORECASE,
)

_LEGAL = _whole(
    r"\(?(?:©|\(c\) ?(?:\d{4}|copyright)|copyright\b"
    r"(?! (?:law|case|claim|suit|infring|hold|protec))).{0,400}",
    r".{0,300}\ball rights reserved\b.{0,300}",
    r"(?:this (?:material|content|article|story|website|site|page|document)|we|our (?:site|website|"
    r"partners)|this copy) .{0,60}(?:may not be (?:published|reproduced|copied)|uses? cookies|is "
    r"subject to copyright|not been edited|is for your personal).{0,400}",
    r"our standards\s?:.{0,80}",
    r"(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|cookie (?:policy|"
    r"settings|notice)|disclaimer|do not sell my)\b.{0,300}",
    r"\(?(?:editor'?s?'?s?'? notes?|corrections?|clarification|disclosure|note to (?:readers|"
    r"editors)|publisher's note|correction appended)(?: \(.{2,30}\))?(?:\s*[:—–-]\s.{1,600}|\W*)",
    r"\W{0,3}this (?:story|post|article|report|piece) (?:has been|was|is being) (?:updated|"
    r"corrected|amended|edited|clarified).{0,500}",
    r"\W{0,3}(?:an earlier|a previous) version of this .{0,500}",
    r"(?:the )?(?:views|opinions)(?:,? (?:and|or) \w+)? expressed\b.{0,400}",
    end="$",
)

_TAGS = _whole(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|tagged(?: with)?|posted in|in this "
    r"(?:article|story)|schlagwörter|etiquetas|mots-clés)\s?:.{0,300}",
    r"(?:#[\w-]{2,40}[ ,]{0,3}){2,30}",
    r"(?:home|start|news)(?: ?[>»›/|] ?[\w&' -]{2,60}){1,6}",
    end="$",
)


def kind_by_words(line: Line) -> FurnitureKind | None:
    """The kind of furniture that the words of `line` show it to be, if they do.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> kind_by_words(read_lines("Read the full story here")[0]).value
    'source-link'
    """
    if len(line.plain) > _LONGEST_LINE:
        return None
    return next((kind for kind, judge in _JUDGES if judge(line)), None)


def _matches(form: re.Pattern[str]) -> Callable[[Line], bool]:
    return lambda line: form.match(line.plain) is not None


def _is_date(line: Line) -> bool:
    return line.words <= _DATE_WORDS and is_date_line(line.plain)


def _is_dateline(line: Line) -> bool:
    dateline = dateline_of(line.plain, opening=False)
    return dateline is not None and len(dateline.span) == len(line.plain)


def _is_related(line: Line) -> bool:
    return any(form.match(line.plain) for form in (_RELATED, _TO_VIDEO, _PAGER))


def _is_follow(line: Line) -> bool:
    plain = line.plain.strip("-–—=*[]() \"'")
    if _FOLLOW.match(plain) or _SHARE_BUTTONS.match(plain):
        return True
    return line.words <= _REACH_WORDS and bool(_REACH.search(plain))


# In this order: what carries evidence (a date, a credit, a name) before what carries none.
_JUDGES: tuple[tuple[FurnitureKind, Callable[[Line], bool]], ...] = (
    (FurnitureKind.BULLET, _matches(_BULLET)),
    (FurnitureKind.DATE, _is_date),
    (FurnitureKind.SOURCE_LINK, _matches(_SOURCE_LINK)),
    (FurnitureKind.CREDIT, lambda line: credited_in_line(line) is not None),
    (FurnitureKind.DATELINE, _is_dateline),
    (FurnitureKind.BYLINE, lambda line: byline_in_line(line) is not None),
    (FurnitureKind.TEASER, is_labelled_teaser),
    (FurnitureKind.CAPTION, is_caption),
    (FurnitureKind.LEGAL, _matches(_LEGAL)),
    (FurnitureKind.FOLLOW, _is_follow),
    (FurnitureKind.RELATED, _is_related),
    (FurnitureKind.TAGS, _matches(_TAGS)),
)
