"""Nothing in lineage depends on English: the same relations in four other languages."""

from __future__ import annotations

import pytest

from newstemma.lineage.family import family
from newstemma.records import DerivationKind, RelationKind
from tests.lineage.builder import sentence_list, witness

_GERMAN = """\
Die alte Drehbrücke über den Hafenkanal von Wellingsiel ist am Mittwochmorgen stecken geblieben, \
als ein mit Holz beladener Frachter schon halb hindurch war.
Der Brückenwärter Jesko Tammen, der seit 31 Jahren im Dienst ist, sprach von einem Knall, nach \
dem sich das Zahnrad nicht mehr bewegte.
Rund 1400 Pendler mussten auf eine Barkasse umsteigen, die sonst Touristen zu den Seehunden \
bringt.
Die Hafenbehörde rechnet mit neun Tagen Reparatur, weil das Ersatzteil in Bremen gegossen \
werden muss.
Der Kapitän des Frachters verteilte Kaffee an die Wartenden und stimmte am Nachmittag ein \
Akkordeon.
Im Rathaus wird seit Jahren über einen Tunnel gestritten, für den 48 Millionen Euro fehlen.
"""
_SPANISH = """\
El mercado cubierto de Valdecorza amaneció el jueves bajo medio metro de agua después de que \
reventara la tubería que lo abastece desde 1926.
Los bomberos rescataron a un panadero, Anselmo Quiroga, que se había subido al horno con dos \
gatos y la caja del dinero.
La alcaldesa cifró las pérdidas en 310.000 euros y prometió que los puestos volverían a abrir \
antes de la feria de la castaña.
Una empresa de Burgos había advertido en marzo de que las juntas de plomo estaban agrietadas.
Los vendedores de quesos tendieron sus paños al sol en la plaza y regalaron lo que ya no se \
podía conservar.
El archivo municipal, guardado en el sótano, perdió los planos de la muralla.
"""
_ARABIC = """\
أغلقت سلطات ميناء الزهراء صباح الاثنين الرصيف السابع بعد أن مالت رافعة عملاقة فوق مخزن للقمح.
وقال المهندس ناجي العطار إن الرياح بلغت سرعتها تسعين كيلومترا في الساعة عند الفجر.
ونقل ثلاثة عمال إلى مستشفى المدينة بجروح طفيفة وغادروه قبل الظهر.
وتقدر إدارة الميناء أن إصلاح الرافعة سيستغرق أسبوعين بسبب تأخر قطع الغيار القادمة من الشمال.
وتحولت أربع سفن محملة بالحبوب إلى ميناء مجاور حيث انتظرت الشاحنات في صف طويل.
وطالبت نقابة عمال الأرصفة بمراجعة إجراءات السلامة قبل موسم العواصف.
"""
_CHINESE = """\
青屏镇的老水塔星期三夜里突然倾斜,镇政府连夜疏散了附近两百一十七名居民。
工程师罗启明说,塔基下的砂层被上游新挖的水渠掏空了三米多深。
镇上的小学暂时停课,孩子们搬到河对岸的旧粮仓里上课。
一位卖豆腐的老人不肯离开,坐在塔下抽完了整整一包烟才起身。
修复工程预计需要四十天,费用约为六百八十万元,由省里承担一半。
每年秋天在塔顶筑巢的白鹳今年提前十天飞走了。
"""
_TEXTS = {"German": _GERMAN, "Spanish": _SPANISH, "Arabic": _ARABIC, "Chinese": _CHINESE}

# Two who heard one speech.
_SPEECHES = {
    "German": (
        """\
Ministerin Hedda Brunk hat am Freitag das Moor bei Ollenfehn unter Schutz gestellt.
"Wer einen Graben zieht, der zieht ihn durch das Gedächtnis dieser Landschaft, und das lassen \
wir nicht länger zu", sagte sie vor dem Landtag.
Die Torfwerke kündigten eine Klage an und verwiesen auf 160 Arbeitsplätze in zwei Gemeinden.
Schon im Frühjahr hatten Gutachter seltene Libellen gezählt und eine Sperre empfohlen.
Das Gesetz tritt im Oktober in Kraft, wenn der Ausschuss die Entschädigung beschlossen hat.
""",
        """\
Auf dem Hof von Eilert Mansholt lief das Radio, während er die Kälber tränkte und auf Regen \
wartete.
"Wer einen Graben zieht, der zieht ihn durch das Gedächtnis dieser Landschaft, und das lassen \
wir nicht länger zu", klang es über die Stallgasse.
Sein Großvater hatte hier mit dem Spaten Torf gestochen, für jeden Soden ein halber Pfennig.
Jetzt sollen Wasserbüffel kommen, hat ihm ein junger Mann in Gummistiefeln erklärt.
Mansholt hat noch nie einen Büffel gesehen und fragt sich, ob man die auch melken kann.
""",
    ),
    "Spanish": (
        """\
La consejera Irune Balda anunció el lunes el cierre del embalse de Piedraluz hasta la primavera.
"Hemos bebido durante veinte años el agua de nuestros nietos y ha llegado la hora de \
devolvérsela gota a gota", declaró en el parlamento.
Los regantes calculan que se perderán 900 hectáreas de maíz y anuncian una marcha.
El informe técnico señalaba desde enero grietas en la compuerta mayor.
""",
        """\
En la taberna de Casilda apagaron la música para escuchar el televisor colgado sobre los jamones.
"Hemos bebido durante veinte años el agua de nuestros nietos y ha llegado la hora de \
devolvérsela gota a gota", repetía la voz entre el ruido de las fichas de dominó.
Un pastor se rió y pidió vino, porque el vino, dijo, nunca se lo habían racionado.
Afuera los chopos seguían verdes y un perro dormía en medio de la carretera vacía.
""",
    ),
}


def _cut(text: str) -> str:
    return "\n".join(sentence_list(text)[:4])


@pytest.mark.parametrize("language", _TEXTS)
def test_a_cut_copy_hangs_on_the_whole_one(language: str) -> None:
    whole = _TEXTS[language]
    drawn = family([witness("whole", whole), witness("cut", _cut(whole))])
    found = [(edge.child, edge.parent, edge.kind) for edge in drawn.derivations]
    assert found == [("cut", "whole", DerivationKind.REPRINT)]


@pytest.mark.parametrize("language", _TEXTS)
def test_two_dated_versions_of_one_publisher_are_an_update(language: str) -> None:
    whole = _TEXTS[language]
    pile = [
        witness("early", _cut(whole), publisher="Lunna Times", published="2025-01-04"),
        witness("late", whole, publisher="Lunna Times", published="2025-01-05"),
    ]
    found = [(edge.child, edge.parent, edge.kind) for edge in family(pile).derivations]
    assert found == [("late", "early", DerivationKind.UPDATE)]


@pytest.mark.parametrize("language", _TEXTS)
def test_two_equal_texts_are_kin_in_no_order(language: str) -> None:
    drawn = family([witness("a", _TEXTS[language]), witness("b", _TEXTS[language])])
    assert drawn.derivations == ()
    assert [one.kind for one in drawn.relations] == [RelationKind.UNKNOWN]
    assert len(drawn.lineages) == 1


@pytest.mark.parametrize("language", _SPEECHES)
def test_what_two_heard_in_one_speech_is_a_shared_source(language: str) -> None:
    one, other = _SPEECHES[language]
    drawn = family([witness("a", one), witness("b", other)])
    assert drawn.derivations == ()
    assert [one.kind for one in drawn.relations] == [RelationKind.SHARED_SOURCE]
    assert len(drawn.lineages) == 2


def test_reports_in_different_languages_stand_alone() -> None:
    drawn = family([witness(name, text) for name, text in _TEXTS.items()])
    assert (drawn.derivations, drawn.relations) == ((), ())
    assert len(drawn.lineages) == len(_TEXTS)
