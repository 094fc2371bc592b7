/**
 * Tells which units are major hazard installations for hazardous chemicals (危险化学品重大危险源) under GB
 * 18218-2018, and of which level.
 *
 * <p>{@link io.github.dualprevention.grading.installation.MajorHazardInstallations} holds the
 * correction factors and levels of the standard, which are built in, and the substances of a site,
 * which are not. What a unit holds are {@link
 * io.github.dualprevention.grading.installation.Holding}s; the answer is an {@link
 * io.github.dualprevention.grading.installation.Identification} that shows every term. All sums are
 * fractions ({@link io.github.dualprevention.grading.installation.Ratio}) and never rounded.
 */
@NullMarked
package io.github.dualprevention.grading.installation;

import org.jspecify.annotations.NullMarked;
