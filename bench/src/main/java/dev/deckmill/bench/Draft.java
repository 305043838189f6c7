package dev.deckmill.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A page in the making. The same seed gives the same page, on every JVM. */
final class Draft {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final List<String> COLORS =
      List.of(
          "#264653", "#2a9d8f", "#e9c46a", "#f4a261", "#e76f51", "#457b9d", "#1d3557", "#8d99ae",
          "#6a4c93", "#fefae0");
  private static final List<String> WORDS =
      List.of(
          "revenue",
          "Orders",
          "by",
          "region",
          "and",
          "quarter",
          "forecast",
          "with",
          "share",
          "of",
          "margin",
          "Customers",
          "growth",
          "net",
          "plan",
          "2025",
          "2026",
          "Größe",
          "année",
          "売上");

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  Draft(long seed, String title) {
    random = new Random(seed);
    add("<?xml version='1.0' encoding='UTF-8'?>\n");
    add("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'");
    add(" width='%d' height='%d' viewBox='0 0 %d %d'>\n", WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<title>%s</title>\n", title);
  }

  void add(String literal) {
    text.append(literal);
  }

  void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  String finished() {
    return text.append("</svg>\n").toString();
  }

  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double gaussian() {
    return random.nextGaussian();
  }

  byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return noise;
  }

  String color() {
    return COLORS.get(below(COLORS.size()));
  }

  String words(int count) {
    var words = new StringBuilder(WORDS.get(below(WORDS.size())));
    for (int i = 1; i < count; i++) {
      words.append(' ').append(WORDS.get(below(WORDS.size())));
    }
    return words.toString();
  }

  int length() {
    return text.length();
  }
}
