"""Makes the fonts beside it: one font as TrueType, WOFF and WOFF2. Needs fonttools and brotli."""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

GLYPHS = [".notdef", "space", "A", "e", "acute", "eacute", "far"]


def polygon(pen, *points):
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def letter_a(pen):
    polygon(pen, (0, 0), (300, 700), (600, 0), (500, 0), (300, 470), (100, 0))
    polygon(pen, (180, 180), (420, 180), (420, 250), (180, 250))


def letter_e(pen):
    pen.moveTo((50, 250))
    pen.qCurveTo((50, 500), (250, 500))
    pen.qCurveTo((450, 500), (450, 250), (451, 240))
    pen.lineTo((50, 240))
    pen.closePath()
    pen.moveTo((60, 200))
    pen.qCurveTo((61, 10), (260, 0), (440, 90))
    pen.lineTo((438, 95))
    pen.closePath()


def far(pen):
    """Steps of every size that points have: 1 to 4 bytes each."""
    x = y = 0
    points = [(x, y)]
    for dx, dy in [(0, 7), (3, 0), (-9, 12), (64, -64), (65, 3), (-700, 500), (768, -769), (0, 1200),
                   (1279, 0), (1300, -1300), (-3000, 2000), (5000, -4500), (-9000, 9001), (2, -9)]:
        x, y = x + dx, y + dy
        points.append((x, y))
    polygon(pen, *points)


def glyphs():
    drawn = {}
    for name, draw in [(".notdef", None), ("space", None), ("A", letter_a), ("e", letter_e),
                       ("acute", lambda pen: polygon(pen, (200, 550), (320, 700), (260, 550))),
                       ("far", far)]:
        pen = TTGlyphPen(drawn)
        if draw:
            draw(pen)
        drawn[name] = pen.glyph()
    pen = TTGlyphPen(drawn)
    pen.addComponent("e", (1, 0, 0, 1, 0, 0))
    pen.addComponent("acute", (1, 0, 0, 1, 10, 40))
    drawn["eacute"] = pen.glyph()
    return {name: drawn[name] for name in GLYPHS}


builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(GLYPHS)
builder.setupCharacterMap({32: "space", 65: "A", 101: "e", 180: "acute", 233: "eacute", 70: "far"})
builder.setupGlyf(glyphs())
table = builder.font["glyf"]
builder.setupHorizontalMetrics({name: (600, getattr(table[name], "xMin", 0)) for name in GLYPHS})
builder.setupHorizontalHeader(ascent=800, descent=-200)
builder.setupNameTable({"familyName": "Deckmill Test", "styleName": "Regular",
                        "fullName": "Deckmill Test", "version": "Version 1.0",
                        "psName": "DeckmillTest-Regular", "uniqueFontIdentifier": "DeckmillTest"})
builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=900, usWinDescent=250, fsType=0)
builder.setupPost()
builder.font["head"].created = builder.font["head"].modified = 3_600_000_000
builder.font.recalcTimestamp = False
builder.save("outlines.ttf")
for flavor in ["woff", "woff2"]:
    font = TTFont("outlines.ttf", recalcTimestamp=False)
    font.flavor = flavor
    if flavor == "woff2":
        from fontTools.ttLib.woff2 import WOFF2FlavorData
        font.flavorData = WOFF2FlavorData(transformedTables={"glyf", "loca", "hmtx"})
    font.save("outlines." + flavor)
