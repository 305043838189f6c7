package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clipping paths of a plain SVG, some of them as masks. */
final class PlainClip {
  private final PlainSvg svg;
  private final SvgText out;
  private final PlainText texts;

  PlainClip(PlainSvg svg, SvgText out, PlainText texts) {
    this.svg = svg;
    this.out = out;
    this.texts = texts;
  }

  /** Of an empty clipping path some renderers make none at all. */
  static boolean hidesAll(ClipPath path) {
    return path.parts().isEmpty() || (path.clip() != null && hidesAll(path.clip()));
  }

  static boolean hasClippedParts(ClipPath path) {
    return path.parts().stream().anyMatch(PlainClip::isClipped)
        || (path.clip() != null && hasClippedParts(path.clip()));
  }

  private static boolean isClipped(Node part) {
    return part.compositing().clip() != null
        || (part instanceof Group group
            && group.children().stream().anyMatch(PlainClip::isClipped));
  }

  /**
   * Attributes of a clipping path's parts stand in the right space only on the parts themselves.
   */
  String clip(ClipPath path) {
    String own = path.clip() == null ? null : clip(path.clip());
    String id = svg.newId();
    Parts parts = new Parts();
    parts.collect(path.parts(), Affine.IDENTITY, null);
    out.open("clipPath").attribute("id", id).reference("clip-path", own).in();
    parts.write();
    out.end("clipPath");
    return id;
  }

  /** A clipping path as a mask: its parts in white. */
  String clipMask(ClipPath path, Box region) {
    String own = path.clip() == null ? null : clipMask(path.clip(), region);
    String id = svg.newId();
    Parts parts = new Parts();
    parts.collect(path.parts(), Affine.IDENTITY, null);
    out.open("mask").attribute("id", id).attribute("maskUnits", "userSpaceOnUse");
    out.box(region).reference("mask", own).in();
    out.open("g").attribute("fill", "#ffffff").in();
    parts.write();
    out.end("g").end("mask");
    return id;
  }

  /** A clipping path holds no groups: their transforms are multiplied into their leaves. */
  private final class Parts {
    private final ArrayList<Runnable> leaves = new ArrayList<>();

    void collect(List<Node> parts, Affine outer, @Nullable String outerClip) {
      for (Node part : parts) {
        Affine inner = outer.times(part.transform());
        ClipPath path = part.compositing().clip();
        if (path != null && hidesAll(path)) {
          continue;
        }
        String clip = path == null ? outerClip : clip(path);
        switch (part) {
          case Group group -> collect(group.children(), inner, clip);
          case Shape shape ->
              leaves.add(
                  () -> {
                    out.open("path")
                        .attribute("d", PlainSvg.outline(shape.geometry(), svg.nearUnder(inner)));
                    out.attribute("transform", inner).reference("clip-path", clip);
                    out.attribute("clip-rule", PlainSvg.rule(shape))
                        .attribute("fill-rule", PlainSvg.rule(shape));
                    out.empty();
                  });
          case Text text -> leaves.add(() -> texts.silhouette(text, inner, clip));
          case Picture picture -> {
            // SVG lets no picture into a clipping path (CSS Masking 1 §6.1).
          }
        }
      }
    }

    void write() {
      leaves.forEach(Runnable::run);
    }
  }
}
