"""The names of the months in languages other than English, as they stand in a date."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["MONTHS_ABROAD"]

# Spanish, French, German, Italian, Portuguese, Dutch, Swedish, Danish, Polish, Czech, Turkish,
# Indonesian, Russian, Ukrainian, Arabic; some also without their accents. A line a month.
_NAMES = (
    "enero janvier januar jänner gennaio janeiro januari stycznia ledna ocak января січня يناير",
    "febrero février fevrier februar febbraio fevereiro februari lutego února şubat февраля лютого "
    "فبراير",
    "marzo mars märz maerz março marco maart marts marca března mart maret марта березня مارس",
    "abril avril aprile kwietnia dubna nisan апреля квітня أبريل ابريل",
    "mayo mai maggio maio mei maj maja května mayıs мая травня مايو",
    "junio juin juni giugno junho czerwca června haziran июня червня يونيو",
    "julio juillet juli luglio julho lipca července temmuz июля липня يوليو",
    "agosto août aout augustus augusti sierpnia srpna ağustos agustus августа серпня أغسطس",
    "septiembre setiembre septembre settembre setembro września září eylül сентября вересня سبتمبر",
    "octubre octobre oktober ottobre outubro października října ekim октября жовтня أكتوبر",
    "noviembre novembre novembro listopada listopadu kasım ноября листопада نوفمبر",
    "diciembre décembre decembre dezember dicembre dezembro grudnia prosince aralık desember "
    "декабря грудня ديسمبر",
)
MONTHS_ABROAD: Mapping[str, int] = {
    name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()
}
"""A month by its name in lower case; only beside a day or a year do they make a date."""
