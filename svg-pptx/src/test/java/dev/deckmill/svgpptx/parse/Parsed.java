package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pages as tests write them, and a look at what became of them. */
final class Parsed {
  static final SvgParser PARSER = new SvgParser(SlideOptions.Limits.DEFAULT);

  private Parsed() {}

  /** A 200 × 100 page around this content. */
  static Drawing page(String content) {
    return document(
        "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>" + content + "</svg>");
  }

  static Drawing document(String svg) {
    try {
      return PARSER.parse(new Page("page.svg", svg.getBytes(StandardCharsets.UTF_8)));
    } catch (PageRejected rejected) {
      throw new AssertionError(rejected.code() + ": " + rejected.getMessage(), rejected);
    }
  }

  /** The only shape of a page with this content, wherever it is nested. */
  static Shape shape(String content) {
    return only(shapes(page(content).children()));
  }

  /** The only text of a page with this content. */
  static Text text(String content) {
    return only(texts(page(content).children()));
  }

  static List<Text> texts(List<Node> nodes) {
    List<Text> texts = new ArrayList<>();
    walk(
        nodes,
        node -> {
          if (node instanceof Text text) {
            texts.add(text);
          }
        });
    return texts;
  }

  static List<Shape> shapes(List<Node> nodes) {
    List<Shape> shapes = new ArrayList<>();
    walk(
        nodes,
        node -> {
          if (node instanceof Shape shape) {
            shapes.add(shape);
          }
        });
    return shapes;
  }

  private static void walk(List<Node> nodes, java.util.function.Consumer<Node> visitor) {
    for (Node node : nodes) {
      visitor.accept(node);
      if (node instanceof Group group) {
        walk(group.children(), visitor);
      }
    }
  }

  static List<Finding.Code> codes(Drawing drawing) {
    return drawing.findings().list().stream().map(Finding::code).toList();
  }

  static <T> T only(List<T> list) {
    if (list.size() != 1) {
      throw new AssertionError("one expected, not " + list);
    }
    return list.get(0);
  }
}
