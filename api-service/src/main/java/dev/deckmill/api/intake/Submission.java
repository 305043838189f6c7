package dev.deckmill.api.intake;

import java.io.IOException;

/** What asks for a job, whichever way it came in. Read once. */
public interface Submission {
  /** Takes what a submission says, piece by piece, so that nobody has to hold all of it. */
  interface Receiver {
    /**
     * An option of the job.
     *
     * @throws dev.deckmill.api.refusal.Refusal if there is none of that name, or it came before
     */
    void option(String name, String value);

    /**
     * The source of the next page or pages: sources come in the order of the slides.
     *
     * @throws dev.deckmill.api.refusal.Refusal if it can't be taken
     * @throws IOException if it can't be read or stored
     */
    void source(Source source) throws IOException;
  }

  /**
   * Hands over everything, in any mixture of options and sources.
   *
   * @throws dev.deckmill.api.refusal.Refusal if it is not as its format has it
   * @throws IOException what {@code receiver} threw
   */
  void handOver(Receiver receiver) throws IOException;

  /** How the id of its job is to look. */
  default JobIdForm idForm() {
    return JobIdForm.OWN;
  }

  /** It was refused: whoever is still sending is answered why. */
  default void abandon() {}
}
