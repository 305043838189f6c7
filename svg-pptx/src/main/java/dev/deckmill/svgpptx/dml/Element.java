package dev.deckmill.svgpptx.dml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in {@code p:spTree} (ECMA-376 §19.3.1.45). */
public sealed interface Element {
  NonVisual about();

  /** The box around it. */
  Xfrm xfrm();

  /**
   * {@code p:sp}.
   *
   * @param role what PowerPoint takes it for
   */
  record Sp(NonVisual about, Role role, ShapeProperties properties, @Nullable TextBody text)
      implements Element {
    /** What PowerPoint takes a shape for. */
    public enum Role {
      SHAPE,
      /** {@code p:cNvSpPr txBox} (ECMA-376 §19.3.1.12). */
      TEXT_BOX,
      /** The slide's title placeholder (ECMA-376 §19.3.1.36). */
      TITLE
    }

    public Sp {
      Objects.requireNonNull(about, "about");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(properties, "properties");
    }

    @Override
    public Xfrm xfrm() {
      return properties.xfrm();
    }
  }

  /** {@code p:cxnSp}: a straight line. */
  record CxnSp(NonVisual about, ShapeProperties properties) implements Element {
    public CxnSp {
      Objects.requireNonNull(about, "about");
      Objects.requireNonNull(properties, "properties");
    }

    @Override
    public Xfrm xfrm() {
      return properties.xfrm();
    }
  }

  /** {@code p:grpSp}; its children's space is the slide's. */
  record GrpSp(NonVisual about, Xfrm xfrm, List<Element> children) implements Element {
    public GrpSp {
      Objects.requireNonNull(about, "about");
      Objects.requireNonNull(xfrm, "xfrm");
      children = List.copyOf(children);
    }
  }

  /**
   * {@code p:pic}.
   *
   * @param crop what of the picture is not shown
   * @param alpha in 1000ths of a percent
   */
  record Pic(NonVisual about, ShapeProperties properties, Blip blip, RelativeRect crop, int alpha)
      implements Element {
    public Pic {
      Objects.requireNonNull(about, "about");
      Objects.requireNonNull(properties, "properties");
      Objects.requireNonNull(blip, "blip");
      Objects.requireNonNull(crop, "crop");
    }

    @Override
    public Xfrm xfrm() {
      return properties.xfrm();
    }
  }
}
