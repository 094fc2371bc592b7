package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import io.github.dualprevention.core.judgement.JudgementStandards;
import io.github.dualprevention.core.listing.DueDay;
import io.github.dualprevention.core.listing.ListingLevel;
import io.github.dualprevention.core.listing.ListingLimit;
import io.github.dualprevention.core.listing.ListingProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the life cycle looks up beside its own table, by place and trade.
 *
 * @param standards when a hazard is to be judged as major
 * @param listing levels and limits of supervised listings
 * @param calendar the working days in which limits are counted
 * @param zone where days begin and end
 */
public record HazardProfile(
    JudgementStandards standards,
    ListingProfile listing,
    WorkingDayCalendar calendar,
    ZoneId zone) {

  /** Refuses missing parts. */
  public HazardProfile {
    Require.notNull(standards, "standards");
    Require.notNull(listing, "listing");
    Require.notNull(calendar, "calendar");
    Require.notNull(zone, "zone");
  }

  /**
   * The profile that holds wherever nothing else is said: every published judgement standard, the
   * published levels of listings without any limit, and the legal time of China. Since no limit is
   * counted, no holiday matters.
   *
   * @return the profile
   */
  public static HazardProfile published() {
    return new HazardProfile(
        JudgementStandards.published(),
        ListingProfile.published(),
        day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY,
        ZoneId.of("Asia/Shanghai"));
  }

  /**
   * The same profile with other judgement standards.
   *
   * @param other the standards
   * @return the profile
   */
  public HazardProfile with(JudgementStandards other) {
    return new HazardProfile(other, listing, calendar, zone);
  }

  /**
   * The same profile with other rules for listings.
   *
   * @param other levels and limits
   * @param workingDays the working days in which the limits are counted
   * @return the profile
   */
  public HazardProfile with(ListingProfile other, WorkingDayCalendar workingDays) {
    return new HazardProfile(standards, other, workingDays, zone);
  }

  /**
   * The same profile elsewhere.
   *
   * @param other where days begin and end
   * @return the profile
   */
  public HazardProfile in(ZoneId other) {
    return new HazardProfile(standards, listing, calendar, other);
  }

  /**
   * What the profile's limits ask for about a hazard's listing: its publication, the decision on an
   * extension that was asked for, the publication of its end. The filing (备案) of a listing is the
   * ordering body's and no step of the hazard; its limit is in {@link #listing()}.
   *
   * @param hazard the hazard
   * @return what is outstanding; nothing where the profile has no limit or the hazard no listing
   */
  public List<ListingDue> outstanding(Hazard hazard) {
    return awaited(hazard).stream()
        .flatMap(
            awaited ->
                due(awaited).stream()
                    .map(last -> new ListingDue(awaited.limit(), last.day(), last.source())))
        .toList();
  }

  /**
   * Something about a listing that the profile may limit.
   *
   * @param limit the limit
   * @param since from when on its time is counted
   * @param action what has to be done
   */
  record AwaitedOfListing(ListingLimit limit, Instant since, HazardAction action) {}

  /** What has not happened yet about the hazard's listing, whether or not there is a limit. */
  List<AwaitedOfListing> awaited(Hazard hazard) {
    List<AwaitedOfListing> awaited = new ArrayList<>();
    hazard.listing().ifPresent(listing -> awaited(hazard, listing, awaited));
    return awaited;
  }

  private static void awaited(
      Hazard hazard, SupervisedListing listing, List<AwaitedOfListing> awaited) {
    if (listing.published().isEmpty()) {
      awaited.add(
          new AwaitedOfListing(
              ListingLimit.PUBLISH_WITHIN, listing.listed(), HazardAction.PUBLISH_LISTING));
    }
    if (hazard.counts(HazardAction.REQUEST_LISTING_EXTENSION)) {
      hazard
          .last(HazardAction.REQUEST_LISTING_EXTENSION)
          .ifPresent(
              asked ->
                  awaited.add(
                      new AwaitedOfListing(
                          ListingLimit.DECIDE_WITHIN,
                          asked.occurred(),
                          HazardAction.GRANT_LISTING_EXTENSION)));
    }
    listing
        .delisted()
        .filter(delisted -> listing.delistingPublished().isEmpty())
        .ifPresent(
            delisted ->
                awaited.add(
                    new AwaitedOfListing(
                        ListingLimit.PUBLISH_DELISTING_WITHIN,
                        delisted,
                        HazardAction.PUBLISH_DELISTING)));
  }

  /** The last day; empty if the profile has no such limit. */
  Optional<DueDay> due(AwaitedOfListing awaited) {
    return due(awaited.limit(), LocalDate.ofInstant(awaited.since(), zone));
  }

  /** The last day of a limit; empty if the profile has no such limit. */
  Optional<DueDay> due(ListingLimit limit, LocalDate day) {
    return listing.due(limit, day, calendar);
  }

  /** Every level of a listing, for a sentence. */
  Term listingLevels() {
    return Term.list(listing.levels().stream().map(ListingLevel::term).toList());
  }
}
