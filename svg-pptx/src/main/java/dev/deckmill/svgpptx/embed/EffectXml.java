package dev.deckmill.svgpptx.embed;

import static dev.deckmill.svgpptx.embed.ChildOrder.child;

import dev.deckmill.svgpptx.dml.Effect;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.List;

/** Writes effects (ECMA-376 §20.1.8). */
final class EffectXml {
  static final ChildOrder<EffectXml, List<Effect>> EFFECT_LIST =
      ChildOrder.of(
          "a:CT_EffectList",
          child("a:glow", EffectXml::glow),
          child("a:outerShdw", EffectXml::outerShadow),
          child("a:softEdge", EffectXml::softEdge));

  private final XmlBytes xml;
  private final PaintXml paint;

  EffectXml(XmlBytes xml, PaintXml paint) {
    this.xml = xml;
    this.paint = paint;
  }

  /** Nothing where there are none. */
  void list(List<Effect> effects) {
    if (!effects.isEmpty()) {
      xml.raw("<a:effectLst>");
      EFFECT_LIST.write(this, effects);
      xml.raw("</a:effectLst>");
    }
  }

  private void glow(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Glow glow) {
        xml.raw("<a:glow rad=\"").number(glow.radius().value()).raw("\">");
        paint.color(glow.color());
        xml.raw("</a:glow>");
      }
    }
  }

  private void outerShadow(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.OuterShadow shadow) {
        xml.raw("<a:outerShdw blurRad=\"").number(shadow.blurRadius().value());
        xml.raw("\" dist=\"").number(shadow.distance().value());
        xml.raw("\" dir=\"").number(shadow.direction().value());
        xml.raw("\" algn=\"ctr\" rotWithShape=\"0\">");
        paint.color(shadow.color());
        xml.raw("</a:outerShdw>");
      }
    }
  }

  private void softEdge(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.SoftEdge edge) {
        xml.raw("<a:softEdge rad=\"").number(edge.radius().value()).raw("\"/>");
      }
    }
  }
}
