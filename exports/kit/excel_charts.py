"""Charts as office programs draw them, from figures in a sheet; what they show is written beside them."""

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter, quote_sheetname

from exports.kit import colours
from exports.kit.charts import Chart


def bars(chart: Chart, sheet: str, head: int = 1, first: int = 2) -> BarChart:
    """Bars in a row for each category, from above. Without a title: it stands above the chart.

    The figures stand in ``sheet``: series in row ``head`` from the second column on, categories in the first
    column from row ``first`` on.
    """
    made = BarChart()
    made.type, made.grouping, made.overlap, made.gapWidth = "bar", "stacked", 100, 60
    made.x_axis.scaling.orientation = "maxMin"
    # openpyxl hides axes unless told otherwise.
    made.x_axis.delete = made.y_axis.delete = False
    made.y_axis.crosses = "max"
    made.y_axis.majorGridlines = None
    made.y_axis.number_format = "0"
    made.x_axis.txPr = made.y_axis.txPr = _text(colours.INK)
    if len(chart.series) == 1:
        made.legend = None
    else:
        made.legend.position = "b"
        made.legend.txPr = _text(colours.INK)
    categories = AxDataSource(
        strRef=_texts(_area(sheet, first, 1, len(chart.categories)), chart.categories)
    )
    for number, name in enumerate(chart.series):
        values = [one[number] for one in chart.values]
        at = 2 + number
        series = Series(
            idx=number,
            order=number,
            tx=SeriesLabel(strRef=_texts(_area(sheet, head, at, 1), (name,))),
            cat=categories,
            val=NumDataSource(numRef=_numbers(_area(sheet, first, at, len(values)), values)),
        )
        series.graphicalProperties.solidFill = colours.SERIES[number][1:]
        series.dLbls = DataLabelList(showVal=True)
        series.dLbls.showSerName = series.dLbls.showCatName = series.dLbls.showLegendKey = False
        series.dLbls.numFmt = "0;;"  # nothing where there is nobody
        series.dLbls.txPr = _text(colours.ON_SERIES[number])
        made.series.append(series)
    return made


def _text(colour: str) -> RichText:
    """Letters as small as those of a table, so that every category is named."""
    letters = CharacterProperties(sz=800, solidFill=colour[1:], latin=Font(typeface="Arial"))
    return RichText(
        bodyPr=RichTextProperties(),
        p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=CharacterProperties())],
    )


def _area(sheet: str, row: int, column: int, rows: int) -> str:
    letter = get_column_letter(column)
    return f"{quote_sheetname(sheet)}!${letter}${row}:${letter}${row + rows - 1}"


def _texts(area: str, texts: tuple[str, ...]) -> StrRef:
    points = [StrVal(idx=number, v=text) for number, text in enumerate(texts)]
    return StrRef(f=area, strCache=StrData(ptCount=len(points), pt=points))


def _numbers(area: str, values: list[float]) -> NumRef:
    points = [NumVal(idx=number, v=str(value)) for number, value in enumerate(values)]
    return NumRef(f=area, numCache=NumData(formatCode="General", ptCount=len(points), pt=points))
