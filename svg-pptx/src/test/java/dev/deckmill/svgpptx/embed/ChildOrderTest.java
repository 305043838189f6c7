package dev.deckmill.svgpptx.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.xmlbeans.SchemaParticle;
import org.apache.xmlbeans.SchemaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.presentationml.x2006.main.SldDocument;

/** What is declared of the schema, asked of the schema: poi-ooxml-full has all of it. */
class ChildOrderTest {
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "a", "http://schemas.openxmlformats.org/drawingml/2006/main",
          "p", "http://schemas.openxmlformats.org/presentationml/2006/main");

  static Stream<ChildOrder<?, ?>> declared() {
    return Stream.of(
            SlideXml.class, GeometryXml.class, PaintXml.class, EffectXml.class, TextXml.class)
        .flatMap(writer -> Stream.of(writer.getDeclaredFields()))
        .filter(field -> field.getType() == ChildOrder.class)
        .map(ChildOrderTest::order);
  }

  private static ChildOrder<?, ?> order(Field field) {
    try {
      return (ChildOrder<?, ?>) Objects.requireNonNull(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("declared")
  void childrenStandAsTheSchemaHasThem(ChildOrder<?, ?> order) {
    Map<QName, Integer> places = places(order.type());
    List<Integer> found = new ArrayList<>();
    for (ChildOrder.Child<?, ?> child : order.children()) {
      List<Integer> alternatives =
          child.names().stream().map(name -> places.get(name(name))).distinct().toList();
      assertThat(alternatives)
          .as("%s in %s: one place, or several elements for one", child.names(), order.type())
          .hasSize(1)
          .doesNotContainNull();
      found.add(alternatives.getFirst());
    }
    assertThat(found).as(order.type()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void manyTypesAreDeclared() {
    assertThat(declared()).hasSizeGreaterThanOrEqualTo(18);
  }

  /** Where each child may stand: elements between which one has to choose have one place. */
  private static Map<QName, Integer> places(String type) {
    SchemaType found = SldDocument.type.getTypeSystem().findType(name(type));
    assertThat(found).as(type).isNotNull();
    Map<QName, Integer> places = new HashMap<>();
    collect(found.getContentModel(), places, 0);
    return places;
  }

  private static int collect(SchemaParticle particle, Map<QName, Integer> into, int place) {
    switch (particle.getParticleType()) {
      case SchemaParticle.ELEMENT -> {
        into.put(particle.getName(), place);
        return place + 1;
      }
      case SchemaParticle.SEQUENCE -> {
        int next = place;
        for (SchemaParticle child : particle.getParticleChildren()) {
          next = collect(child, into, next);
        }
        return next;
      }
      case SchemaParticle.CHOICE -> {
        for (SchemaParticle child : particle.getParticleChildren()) {
          collect(child, into, place);
        }
        return place + 1;
      }
      default -> throw new AssertionError("a particle of kind " + particle.getParticleType());
    }
  }

  private static QName name(String prefixed) {
    String[] parts = prefixed.split(":", -1);
    return new QName(NAMESPACES.get(parts[0]), parts[1]);
  }
}
