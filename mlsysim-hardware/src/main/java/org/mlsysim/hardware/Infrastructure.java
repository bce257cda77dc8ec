package org.mlsysim.hardware;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.infrastructure.Cooling;
import org.mlsysim.api.infrastructure.Datacenter;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.infrastructure.RackPowerTier;

/**
 * What surrounds a fleet, as constants: the registry id in upper case.
 *
 * <p>Each group loads its records when one of them is first used.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Infrastructure {

  /** Power grids. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Grids {
    public static final GridProfile CHINA_AVG =
        of(GridProfile.class, "Infrastructure.Grids.China_Avg");
    public static final GridProfile EU_AVG = of(GridProfile.class, "Infrastructure.Grids.EU_Avg");
    public static final GridProfile FRANCE = of(GridProfile.class, "Infrastructure.Grids.France");
    public static final GridProfile GERMANY = of(GridProfile.class, "Infrastructure.Grids.Germany");
    public static final GridProfile ICELAND = of(GridProfile.class, "Infrastructure.Grids.Iceland");
    public static final GridProfile INDIA_AVG =
        of(GridProfile.class, "Infrastructure.Grids.India_Avg");
    public static final GridProfile IOWA = of(GridProfile.class, "Infrastructure.Grids.Iowa");
    public static final GridProfile NORWAY = of(GridProfile.class, "Infrastructure.Grids.Norway");
    public static final GridProfile POLAND = of(GridProfile.class, "Infrastructure.Grids.Poland");
    public static final GridProfile QUEBEC = of(GridProfile.class, "Infrastructure.Grids.Quebec");
    public static final GridProfile TEXAS = of(GridProfile.class, "Infrastructure.Grids.Texas");
    public static final GridProfile US_AVG = of(GridProfile.class, "Infrastructure.Grids.US_Avg");

    private Grids() {}
  }

  /** Sites on a grid. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Datacenters {
    public static final Datacenter QUEBEC_HYDRO =
        of(Datacenter.class, "Infrastructure.Datacenters.Quebec_Hydro");
    public static final Datacenter NORWAY_HYDRO =
        of(Datacenter.class, "Infrastructure.Datacenters.Norway_Hydro");
    public static final Datacenter US_HYPERSCALE =
        of(Datacenter.class, "Infrastructure.Datacenters.US_Hyperscale");
    public static final Datacenter EU_AVERAGE =
        of(Datacenter.class, "Infrastructure.Datacenters.EU_Average");
    public static final Datacenter FRANCE_NUCLEAR =
        of(Datacenter.class, "Infrastructure.Datacenters.France_Nuclear");
    public static final Datacenter IOWA_REFERENCE =
        of(Datacenter.class, "Infrastructure.Datacenters.Iowa_Reference");
    public static final Datacenter POLAND_COAL =
        of(Datacenter.class, "Infrastructure.Datacenters.Poland_Coal");

    private Datacenters() {}
  }

  /** Ways to cool. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class FacilityCooling {
    public static final Cooling LIQUIDCOOLED =
        of(Cooling.class, "Infrastructure.FacilityCooling.LiquidCooled");
    public static final Cooling BESTAIR =
        of(Cooling.class, "Infrastructure.FacilityCooling.BestAir");
    public static final Cooling TYPICAL =
        of(Cooling.class, "Infrastructure.FacilityCooling.Typical");
    public static final Cooling SIMPLEAIR =
        of(Cooling.class, "Infrastructure.FacilityCooling.SimpleAir");
    public static final Cooling LEGACY = of(Cooling.class, "Infrastructure.FacilityCooling.Legacy");
    public static final Cooling STATEOFART =
        of(Cooling.class, "Infrastructure.FacilityCooling.StateOfArt");

    private FacilityCooling() {}
  }

  /** Racks by power. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Racks {
    public static final RackPowerTier TRADITIONAL =
        of(RackPowerTier.class, "Infrastructure.Racks.Traditional");
    public static final RackPowerTier AI_STANDARD =
        of(RackPowerTier.class, "Infrastructure.Racks.AI_Standard");
    public static final RackPowerTier AI_HIGH =
        of(RackPowerTier.class, "Infrastructure.Racks.AI_High");

    private Racks() {}
  }

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Infrastructure() {}
}
