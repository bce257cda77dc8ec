package org.mlsysim.models;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.scenario.Platform;

/** The registered classes of deployment, as constants: the registry id in upper case. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Platforms {
  public static final Platform CLOUD = of(Platform.class, "Platforms.Cloud");
  public static final Platform EDGE = of(Platform.class, "Platforms.Edge");
  public static final Platform MOBILE = of(Platform.class, "Platforms.Mobile");
  public static final Platform TINY = of(Platform.class, "Platforms.Tiny");

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Platforms() {}
}
