package org.mlsysim.models;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.scenario.Scenario;

/**
 * The registered scenarios, as constants: the registry id in upper case.
 *
 * <p>A scenario refers to systems of other modules; their catalogs must be installed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scenarios {
  public static final Scenario SMARTDOORBELL = of(Scenario.class, "Scenarios.SmartDoorbell");
  public static final Scenario TINYSENSOR = of(Scenario.class, "Scenarios.TinySensor");
  public static final Scenario AUTONOMOUSVEHICLE =
      of(Scenario.class, "Scenarios.AutonomousVehicle");
  public static final Scenario AUTONOMOUSVEHICLE_WAYMO =
      of(Scenario.class, "Scenarios.AutonomousVehicle_Waymo");
  public static final Scenario MOBILEHEALTH = of(Scenario.class, "Scenarios.MobileHealth");
  public static final Scenario FEDERATEDMOBILEVISION =
      of(Scenario.class, "Scenarios.FederatedMobileVision");
  public static final Scenario MOBILEASSISTANT = of(Scenario.class, "Scenarios.MobileAssistant");
  public static final Scenario LOCALTRAINING = of(Scenario.class, "Scenarios.LocalTraining");
  public static final Scenario FRONTIERTRAINING = of(Scenario.class, "Scenarios.FrontierTraining");
  public static final Scenario DENSELLMPRETRAININGREFERENCE =
      of(Scenario.class, "Scenarios.DenseLLMPretrainingReference");
  public static final Scenario CHATBOTSERVING = of(Scenario.class, "Scenarios.ChatbotServing");
  public static final Scenario KEYWORDSPOTTING = of(Scenario.class, "Scenarios.KeywordSpotting");
  public static final Scenario SMARTDOORBELLRESPONSIVECHIME =
      of(Scenario.class, "Scenarios.SmartDoorbellResponsiveChime");

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Scenarios() {}
}
