package dev.deckmill.svgpptx;

import java.util.ServiceLoader;

/** Looks the engine up once. */
final class Provided {
  static final Engine ENGINE =
      ServiceLoader.load(Engine.class, Engine.class.getClassLoader())
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "The engine's service file is missing. Repack the jar with META-INF/services"
                          + "/dev.deckmill.svgpptx.Engine in it."));

  private Provided() {}
}
