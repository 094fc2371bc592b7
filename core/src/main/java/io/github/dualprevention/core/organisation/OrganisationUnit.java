package io.github.dualprevention.core.organisation;

import io.github.dualprevention.core.Require;
import java.util.Optional;

/**
 * A company, department, workshop or team (公司、部室、车间、班组).
 *
 * @param id unique among the units of the organisation
 * @param name as people call it, at most 500 characters
 * @param parentId the unit that it belongs to; empty directly below the enterprise
 */
public record OrganisationUnit(String id, String name, Optional<String> parentId) {

  /** Throws {@code IllegalArgumentException} if a part is blank or too long. */
  public OrganisationUnit {
    id = Require.id(id, "id");
    name = Require.shortText(name, "name");
    parentId = Require.notNull(parentId, "parentId").map(parent -> Require.id(parent, "parentId"));
  }

  /**
   * A unit directly below the enterprise.
   *
   * @param id unique among the units of the organisation
   * @param name as people call it, at most 500 characters
   * @return the unit
   */
  public static OrganisationUnit top(String id, String name) {
    return new OrganisationUnit(id, name, Optional.empty());
  }

  /**
   * A unit below another one.
   *
   * @param id unique among the units of the organisation
   * @param name as people call it, at most 500 characters
   * @param parent the unit that it belongs to
   * @return the unit
   */
  public static OrganisationUnit below(OrganisationUnit parent, String id, String name) {
    return new OrganisationUnit(id, name, Optional.of(parent.id()));
  }
}
