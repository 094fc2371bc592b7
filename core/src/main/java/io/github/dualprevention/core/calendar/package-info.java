/**
 * Which days are working days, and what is due on the n-th of them.
 *
 * <p>A host answers for its {@link io.github.dualprevention.core.calendar.WorkingDayCalendar}, for
 * holidays are announced year by year; a day that it does not cover is refused, never guessed.
 * {@link io.github.dualprevention.core.calendar.StatutoryCalendar} is one that reads the
 * announcements from CSV; no year comes with the library. {@link
 * io.github.dualprevention.core.calendar.WorkingDays} counts.
 */
@NullMarked
package io.github.dualprevention.core.calendar;

import org.jspecify.annotations.NullMarked;
