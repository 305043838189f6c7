package dev.deckmill.api.limits;

import java.time.Duration;

/**
 * The limits in force.
 *
 * @param pages pages in a job
 * @param pageBytes bytes of one page, as it comes and once it is inflated
 * @param jobBytes bytes of all pages of a job
 * @param bodyBytes bytes of a request's body
 * @param inflateRatio how many times its size something compressed may expand to, past 1 MB
 * @param pageTime how long the conversion of one page may take
 * @param jobDeadline how long a job may take
 * @param unfinishedJobs jobs of a tenant that have not reached their end
 * @param submissionsPerMinute submissions of a tenant in a minute, in the long run
 * @param submissionsBurst submissions of a tenant at once
 */
public record Limits(
    int pages,
    long pageBytes,
    long jobBytes,
    long bodyBytes,
    int inflateRatio,
    Duration pageTime,
    Duration jobDeadline,
    int unfinishedJobs,
    int submissionsPerMinute,
    int submissionsBurst) {
  /** What each limit can be set to at most, and what a tenant can be given at most. */
  public static final Limits CAP =
      new Limits(
          10_000,
          50L << 20,
          4L << 30,
          512L << 20,
          500,
          Duration.ofMinutes(1),
          Duration.ofHours(6),
          100_000,
          60_000,
          1_000);

  /**
   * These limits, if none is above its cap.
   *
   * @throws IllegalArgumentException naming the first that is
   */
  Limits withinCap() {
    within("pages", pages, CAP.pages);
    within("page-bytes", pageBytes, CAP.pageBytes);
    within("job-bytes", jobBytes, CAP.jobBytes);
    within("body-bytes", bodyBytes, CAP.bodyBytes);
    within("inflate-ratio", inflateRatio, CAP.inflateRatio);
    within("page-time (in ms)", pageTime.toMillis(), CAP.pageTime.toMillis());
    within("job-deadline (in ms)", jobDeadline.toMillis(), CAP.jobDeadline.toMillis());
    within("unfinished-jobs", unfinishedJobs, CAP.unfinishedJobs);
    within("submissions-per-minute", submissionsPerMinute, CAP.submissionsPerMinute);
    within("submissions-burst", submissionsBurst, CAP.submissionsBurst);
    return this;
  }

  private static void within(String name, long value, long cap) {
    if (value < 1 || value > cap) {
      throw new IllegalArgumentException(
          "deckmill.api.limits." + name + " is " + value + "; it may be 1 to " + cap);
    }
  }
}
