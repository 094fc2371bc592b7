package io.github.dualprevention.core.organisation;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An enterprise with its units and posts, proved to fit together: ids are unique, every superior
 * exists, and nobody is his own superior.
 *
 * @param enterprise the legal unit
 * @param units all organisation units, in any order
 * @param posts all posts, in any order
 */
public record Organisation(Enterprise enterprise, List<OrganisationUnit> units, List<Post> posts) {

  /**
   * Proves that the parts fit together.
   *
   * @throws RefusedException with every reason if they do not
   */
  public Organisation {
    Require.notNull(enterprise, "enterprise");
    units = List.copyOf(units);
    posts = List.copyOf(posts);
    List<Reason> reasons = reasonsAgainst(units, posts);
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
  }

  /**
   * The chain of command of a post, from its own unit up to the one directly below the enterprise.
   *
   * @param post a post of this organisation
   * @return at least one unit, the lowest first
   * @throws IllegalArgumentException if the post's unit is not one of this organisation
   */
  public List<OrganisationUnit> chainOf(Post post) {
    Map<String, OrganisationUnit> byId = Maps.uniqueIndex(units, OrganisationUnit::id);
    Require.require(
        byId.containsKey(post.unitId()),
        "unitId",
        "must be a unit of this organisation",
        post.unitId());
    List<OrganisationUnit> chain = new ArrayList<>();
    Optional<String> next = Optional.of(post.unitId());
    while (next.isPresent()) {
      OrganisationUnit unit = Require.notNull(byId.get(next.get()), "unit");
      chain.add(unit);
      next = unit.parentId();
    }
    return List.copyOf(chain);
  }

  private static List<Reason> reasonsAgainst(List<OrganisationUnit> units, List<Post> posts) {
    List<Reason> reasons = new ArrayList<>();
    Map<String, Optional<String>> parents = new LinkedHashMap<>();
    for (OrganisationUnit unit : units) {
      if (parents.put(unit.id(), unit.parentId()) != null) {
        reasons.add(OrganisationRules.ID_TWICE.broken("id", unit.id()));
      }
    }
    parents.forEach(
        (id, parent) -> {
          parent
              .filter(missing -> !parents.containsKey(missing))
              .ifPresent(
                  missing ->
                      reasons.add(
                          OrganisationRules.PARENT_MISSING.broken("id", id, "parent", missing)));
          cycleFrom(id, parents)
              .ifPresent(
                  cycle ->
                      reasons.add(OrganisationRules.PARENT_CYCLE.broken("id", id, "cycle", cycle)));
        });
    Set<String> postIds = new HashSet<>();
    for (Post post : posts) {
      if (!postIds.add(post.id())) {
        reasons.add(OrganisationRules.ID_TWICE.broken("id", post.id()));
      }
      if (!parents.containsKey(post.unitId())) {
        reasons.add(
            OrganisationRules.PARENT_MISSING.broken("id", post.id(), "parent", post.unitId()));
      }
    }
    return reasons;
  }

  /** The way up from a unit back to itself, if there is one. */
  private static Optional<String> cycleFrom(String id, Map<String, Optional<String>> parents) {
    Set<String> way = new LinkedHashSet<>();
    Optional<String> next = Optional.of(id);
    while (next.isPresent() && way.add(next.get())) {
      next = parents.getOrDefault(next.get(), Optional.empty());
    }
    return next.filter(id::equals).map(start -> String.join(" → ", way) + " → " + start);
  }
}
