package org.mlsysim.models;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
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

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Personas() {}
}
