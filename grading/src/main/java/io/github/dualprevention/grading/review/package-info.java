/**
 * When a grade has to be given anew.
 *
 * <p>{@link io.github.dualprevention.grading.review.ReviewTriggers} is a checked list of what makes
 * an assessment out of date: a period that runs out, or an {@link
 * io.github.dualprevention.grading.review.Occurrence} such as an accident. From the days of the
 * last assessments it says which subjects are due on a day, and each {@link
 * io.github.dualprevention.grading.review.DueReview} says since when and why. There is no clock in
 * it; the host says which day it is.
 */
@NullMarked
package io.github.dualprevention.grading.review;

import org.jspecify.annotations.NullMarked;
