package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleSheetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          g { rect { fill: lime } }                                    | 00ff00
          g { > rect { fill: lime } }                                  | 00ff00
          g { fill: red; .a & { fill: red } & { fill: lime } }         | 00ff00
          rect { fill: red; @media screen { fill: lime } }             | 00ff00
          rect { @media print { fill: red } fill: lime }               | 00ff00
          @layer a, b; @layer b { rect { fill: lime } } @layer a { rect { fill: red } } | 00ff00
          @layer a { rect { fill: lime !important } } rect { fill: red !important }     | 00ff00
          @layer a { rect { fill: lime } } rect { fill: revert-layer } | 00ff00
          @layer x.y { rect { fill: red } } @layer x { rect { fill: lime } } | 00ff00
          @supports (fill: red) and (not (foo: bar)) { rect { fill: lime } } | 00ff00
          rect { fill: lime } @supports (fill: nonsense) { rect { fill: red } } | 00ff00
          rect { fill: lime } @container (width > 1px) { rect { fill: red } }   | 00ff00
          g:has(rect) rect { fill: lime }                              | 00ff00
          rect { fill: lime } g:has(circle) rect { fill: red }         | 00ff00
          rect:nth-child(1 of rect) { fill: lime }                     | 00ff00
          rect[width='TEN' i] { fill: red } rect[width="10"] { fill: lime } | 00ff00
          rect:is(::nonsense, :first-child) { fill: lime }             | 00ff00
          rect, rect::before { fill: lime }                            | 00ff00
          rect { fill: lime } rect, rect:nonsense { fill: red }        | 00ff00
          @property --p { initial-value: lime; inherits: false } rect { fill: var(--p) } | 00ff00
          svg { --a: var(--b); --b: lime } rect { --b: red; fill: var(--a) } | 00ff00
          rect { --a: var(--b, red); --b: var(--a); fill: var(--a, lime) } | 00ff00
          rect { fill: red; all: unset; color: lime; fill: currentColor; width: 9px; height: 9px } | 00ff00
          rect { fill: env(unknown, lime) }                            | 00ff00
          svg { color: lime } rect { fill: color-mix(in srgb, currentColor, currentColor) } | 00ff00
          @media (10px < width <= 200px) and (orientation: landscape) { rect { fill: lime } } | 00ff00
          @media not print { rect { fill: lime } }                     | 00ff00
          @scope (g) { rect { fill: lime } }                           | 00ff00
          @scope (g) { :scope { fill: lime } }                         | 00ff00
          @scope (g) { :scope > rect { fill: lime } }                  | 00ff00
          rect { fill: lime } a { }; rect { fill: red }                | 00ff00
          rect { fill: lime } @media screen { a { }; rect { fill: red } } | 00ff00
          rect { fill: lime } fill: red; rect { fill: red }            | 00ff00
          g { ; rect { fill: lime }; }                                 | 00ff00
          #\\31 0 { fill: lime }                                       | 00ff00
          rect { fill: lime; fill: red blue }                          | 00ff00
          rect { fill: lime; fill: red stroke: blue }                  | 00ff00
          rect { --c: lime; fill: VAR(--c) }                           | 00ff00
          @property --p { initial-value: var(--q); inherits: false } rect { fill: var(--p, lime) } | 00ff00
          @keyframes a { to { fill: lime } } @-webkit-keyframes a { to { fill: red } } rect { animation: a 1s forwards } | 00ff00
          """)
  void rules(String css, String rgb) {
    Shape shape =
        Parsed.shape(
            "<style><![CDATA[" + css + "]]></style><g><rect id='10' width='10' height='10'/></g>");

    Paint.Solid fill = (Paint.Solid) shape.fill();
    assertThat(String.format("%06x", fill.color().rgb())).isEqualTo(rgb);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <rect fill='nonsense'/>
          <rect style='fill: nonsense'/>
          <rect style='nonsense: red'/>
          <rect style='fill'/>
          <rect style='fill: var(--missing)'/>
          <rect transform='bogus(1)'/>
          <rect transform='rotate(45deg)'/>
          <rect transform='translate(1px, 2px)'/>
          <rect style='transform: rotate(45)'/>
          <rect style='transform: translate(1px 2px)'/>
          <rect style='transform-origin: 5 5'/>
          <rect fill='red;'/>
          <style>text { font-size: 20 }</style>
          <style>text { font-size: NaNpx }</style>
          <style>text { font: bold 20 serif }</style>
          <style>a { }; rect { fill: red }</style>
          <style>rect { stroke-dasharray: -1 2 }</style>
          <rect style='text-shadow: 1px 1px red'/>
          <style>rect { stroke-linecap: sharp }</style>
          <style>rect:bogus { fill: red }</style>
          <style>@bogus { rect { fill: red } }</style>
          <style>@bogus;</style>
          <style>rect { fill: red</style><style>rect</style>
          """)
  void whatIsNotUnderstood_isAFinding(String content) {
    assertThat(Parsed.codes(Parsed.page(content))).containsOnly(Finding.Code.CSS_ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          width: calc(20px * sin(30deg))                | 10
          width: calc(20px * sin(0.5235987756))         | 10
          width: calc(20px * sin(asin(.5)))             | 10
          width: calc(5px + 5px)                        | 10
          width: 10px; width: calc(9px+9px)             | 10
          width: 10px; width: 9                         | 10
          --w: 10px; width: var(--w)                    | 10
          """)
  void lengths(String style, double width) {
    Shape shape = Parsed.shape("<style>rect{" + style + "}</style><rect width='7' height='7'/>");

    assertThat(((Geometry.Rect) shape.geometry()).width()).isCloseTo(width, within(1e-6));
  }

  @Test
  void geometryAttributes_haveVariables() {
    Shape shape = Parsed.shape("<rect style='--w: 10px' width='var(--w)' height='7'/>");

    assertThat(((Geometry.Rect) shape.geometry()).width()).isEqualTo(10);
  }

  @Test
  void attributesOfAnyNamespace_haveAStar() {
    String css = "[*|href='#a'] rect { fill: lime } [|href] rect { fill: red }";
    Shape shape =
        Parsed.shape(
            "<style>"
                + css
                + "</style><a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='#a'>"
                + "<rect width='7' height='7'/></a>");

    assertThat(((Paint.Solid) shape.fill()).color().rgb()).isEqualTo(0x00ff00);
  }

  @Test
  void stringsEndWithTheirLine() {
    Shape shape =
        Parsed.shape(
            "<style>text{font-family:'Inter;\n}\nrect{fill:lime}</style><rect width='7' height='7'/>");

    assertThat(((Paint.Solid) shape.fill()).color().rgb()).isEqualTo(0x00ff00);
  }

  @Test
  void whatChangesNothing_isNoFinding() {
    Drawing drawing =
        Parsed.page(
            "<style>@charset 'utf-8'; rect { cursor: pointer; transition: fill 1s; will-change:"
                + " transform; user-select: none } rect:hover { fill: red }"
                + " @page { margin: 0 } rect::selection { color: red }</style>"
                + "<rect width='10' height='10' pointer-events='none' style='-webkit-user-select:none'/>");

    assertThat(drawing.findings().list()).isEmpty();
  }

  @Test
  void pausedAndUnknownAnimations_areNoFinding() {
    Drawing drawing =
        Parsed.page(
            "<style>@keyframes a { from { fill: red } } rect { animation: a 1s paused }"
                + " circle { animation: b 1s }</style><rect width='10' height='10'/><circle r='5'/>");

    assertThat(drawing.findings().list()).isEmpty();
    assertThat(((Paint.Solid) Parsed.shapes(drawing.children()).get(0).fill()).color().rgb())
        .isEqualTo(0xff0000);
  }

  @Test
  void animations_doNotWinOverWhatIsImportant() {
    Shape shape =
        Parsed.shape(
            "<style>@keyframes a { to { fill: red; stroke: red } }"
                + "rect { animation: a 1s forwards; fill: lime !important }</style>"
                + "<rect width='10' height='10' style='stroke: blue'/>");

    assertThat(((Paint.Solid) shape.fill()).color().rgb()).isEqualTo(0x00ff00);
    assertThat(((Paint.Solid) shape.stroke().paint()).color().rgb()).isEqualTo(0xff0000);
  }

  @Test
  void selectorsOfEndlessWork_end() {
    String deep = "<g>".repeat(200) + "<rect width='9' height='9'/>" + "</g>".repeat(200);
    String rules = "circle " + "g ".repeat(40) + "rect { fill: red }";

    Drawing drawing = Parsed.page("<style>" + rules + "</style>" + deep);

    assertThat(Parsed.codes(drawing)).contains(Finding.Code.CSS_ERROR);
  }

  @Test
  void thousandsOfRulesAndElements_end() {
    StringBuilder css = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      css.append("*:nth-child(").append(i).append(" of rect):has(+ *){fill:red}");
    }
    String page = "<rect width='1' height='1'/>".repeat(2000);

    Drawing drawing = Parsed.page("<style>" + css + "</style>" + page);

    assertThat(Parsed.shapes(drawing.children())).hasSize(2000);
  }

  @Test
  void nestedRulesWithoutEnd_end() {
    for (String opening :
        List.of("& & & { ", "g { ", "@media all { ", "@layer { ", ":is(&,&) { ")) {
      String css = opening.repeat(3000) + "fill: red";

      Drawing drawing =
          Parsed.page(
              "<style><![CDATA[g{" + css + "]]></style><g><rect width='9' height='9'/></g>");

      assertThat(Parsed.codes(drawing)).contains(Finding.Code.CSS_ERROR);
    }
  }
}
