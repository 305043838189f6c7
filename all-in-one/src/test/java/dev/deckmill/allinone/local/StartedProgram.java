package dev.deckmill.allinone.local;

/** What the JVMs of {@link StartupArchiveTest} run: a service that is ready and ends. */
final class StartedProgram {
  private StartedProgram() {}

  public static void main(String[] arguments) {
    System.out.println("started");
  }
}
