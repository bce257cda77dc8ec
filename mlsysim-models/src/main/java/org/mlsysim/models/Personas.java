package org.mlsysim.models;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.scenario.Persona;

/**
 * The registered personas, as constants: the registry id in upper case.
 *
 * <p>A persona refers to devices of other modules; their catalogs must be installed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Personas {
  public static final Persona CLOUDTITAN = of(Persona.class, "Personas.CloudTitan");
  public static final Persona EDGEGUARDIAN = of(Persona.class, "Personas.EdgeGuardian");
  public static final Persona MOBILENOMAD = of(Persona.class, "Personas.MobileNomad");
  public static final Persona TINYPIONEER = of(Persona.class, "Personas.TinyPioneer");

  /**
   * The persona of a key or an id, in any letter case.
   *
   * @throws UnknownNameException if there is none; it names the keys
   */
  public static Persona get(String key) {
    return find(key)
        .orElseThrow(
            () -> {
              List<Persona> all = Catalogs.installed().of(Persona.class).all();
              List<String> keys = all.stream().map(Persona::key).sorted().toList();
              return UnknownNameException.of("persona", "a persona", key, keys);
            });
  }

  /** The persona of a key or an id, if there is one. */
  public static Optional<Persona> find(String key) {
    return Catalogs.installed().of(Persona.class).find(key);
  }

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Personas() {}
}
