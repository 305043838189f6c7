package dev.deckmill.converter;

import dev.deckmill.converter.pool.PageWorkers;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The converter's settings. */
@ConfigMapping(prefix = "deckmill.converter")
public interface ConverterConfig {
  /** How many child processes convert pages, from 1; one per core unless set. */
  int children();

  /** How long a page may keep one of a small job waiting while the slow lane has room for it. */
  @WithDefault("250ms")
  Duration makeRoomAfter();

  /** How long a page may keep others waiting before it goes to the slow lane. */
  @WithDefault("2s")
  Duration slowAfter();

  /**
   * How many child processes convert slow pages, from 1, started when they are needed; two unless
   * set.
   */
  int slowLane();

  /** After how many pages a child is replaced that has served several tenants, from 1. */
  @WithDefault("500")
  int pagesPerChild();

  /** After how many pages a child is replaced that has served one tenant alone, from 1. */
  @WithDefault("50000")
  int pagesOfOneTenant();

  /** How long a page may be at work before its start is reported at once, not with its result. */
  @WithDefault("200ms")
  Duration tellBeginAfter();

  /**
   * How long the result of a page of a large job waits at most for others, to be sent with them.
   */
  @WithDefault("150ms")
  Duration gatherAnswers();

  /** A child's heap in MiB, from 64. */
  @WithDefault("512")
  int childHeapMegabytes();

  /** How long a child may take to become warm. */
  @WithDefault("30s")
  Duration childStartLimit();

  /** Whether the service may start where it can't keep children from the network. */
  @WithDefault("preferred")
  PageWorkers.Need isolation();

  /** Whether a page's name can make its child hang or crash; for tests and chaos runs alone. */
  @WithDefault("false")
  boolean faultInjection();

  /** How much a page may hold; above a cap the service does not start. */
  Limits limits();

  /** Under which name people see who converted a page. */
  @WithDefault("${HOSTNAME:converter}")
  String name();

  /** How much a page may hold; above a cap the service does not start. */
  interface Limits {
    /** Bytes of a page once it is inflated, cap 50 MB; its order may allow fewer. */
    @WithDefault("50M")
    MemorySize pageBytes();

    /** How deep elements may be nested, cap 512. */
    @WithDefault("256")
    int depth();

    /** Elements, cap 1,000,000. */
    @WithDefault("200000")
    int elements();

    /** Entities that are expanded, cap 10,000. */
    @WithDefault("10000")
    int entityExpansions();

    /** Bytes that entities expand to, cap 1 MB. */
    @WithDefault("1M")
    MemorySize entityBytes();

    /** Commands of one path, cap 200,000. */
    @WithDefault("200000")
    int pathCommands();

    /** Commands of all paths, cap 1,000,000. */
    @WithDefault("1000000")
    int pagePathCommands();

    /** Characters of text, cap 2,000,000. */
    @WithDefault("500000")
    int textChars();

    /** Copies that {@code use} and markers make, cap 1,000,000. */
    @WithDefault("200000")
    int instances();

    /** Pixels of one image, cap 25,000,000. */
    @WithDefault("25000000")
    long imagePixels();

    /** Pixels of all images, cap 100,000,000. */
    @WithDefault("100000000")
    long pageImagePixels();

    /** Pixels of what is drawn as a picture, cap 64,000,000. */
    @WithDefault("16000000")
    long rasterPixels();
  }
}
