package dev.deckmill.svgpptx.dml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which types carry which unit where lengths go from one package to the next. */
class UnitsTest {
  /** What makes DrawingML's numbers of others: each names the unit of what it takes. */
  private static final Set<Class<?>> CONVERTING =
      Set.of(Emu.class, Angle.class, Ratio.class, Color.class);

  private static final Set<Class<?>> BARE =
      Set.of(double.class, double[].class, float.class, float[].class, long.class, long[].class);

  @Test
  void drawingMlTakesAndGivesNoLengthThatIsABareNumber() throws Exception {
    List<String> bare = new ArrayList<>();
    for (Class<?> type : typesBeside(Emu.class)) {
      if (CONVERTING.contains(type)) {
        continue;
      }
      visible(type)
          .filter(member -> signature(member).anyMatch(BARE::contains))
          .forEach(member -> bare.add(member.toString()));
    }
    assertThat(bare).isEmpty();
  }

  /** Else a caller could take one of a page for one on the slide. */
  @Test
  void ofWhatIsPlannedOnlyTheRegionOfAPictureIsInUserUnits() throws Exception {
    assertThat(componentsOf(Box.class, typesBeside(Item.class))).containsExactly("Raster.region");
  }

  @Test
  void theResolvedTreeKnowsNothingOfTheSlidesUnits() throws Exception {
    List<Class<?>> tree = typesBeside(Node.class);
    assertThat(componentsOf(Emu.class, tree)).isEmpty();
    assertThat(componentsOf(Place.class, tree)).isEmpty();
    assertThat(componentsOf(Extent.class, tree)).isEmpty();
  }

  private static List<String> componentsOf(Class<?> wanted, List<Class<?>> records) {
    return records.stream()
        .filter(Class::isRecord)
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .filter(component -> component.getType() == wanted)
        .map(UnitsTest::name)
        .toList();
  }

  private static String name(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }

  private static Stream<Executable> visible(Class<?> type) {
    Stream<Executable> all =
        Stream.concat(
            Arrays.stream(type.getDeclaredConstructors()),
            Arrays.stream(type.getDeclaredMethods()));
    return all.filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic());
  }

  private static Stream<Class<?>> signature(Executable member) {
    Class<?> given =
        switch (member) {
          case Method method -> method.getReturnType();
          case Constructor<?> constructor -> constructor.getDeclaringClass();
        };
    return Stream.concat(Stream.of(given), Arrays.stream(member.getParameterTypes()));
  }

  private static List<Class<?>> typesBeside(Class<?> one) throws Exception {
    Path classes = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path room = classes.resolve(one.getPackageName().replace('.', '/'));
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(room)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.equals("package-info.class")) {
          types.add(Class.forName(one.getPackageName() + "." + name.replace(".class", "")));
        }
      }
    }
    assertThat(types).contains(one);
    return types;
  }
}
