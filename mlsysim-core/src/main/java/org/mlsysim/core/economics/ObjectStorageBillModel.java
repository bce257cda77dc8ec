package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataPrice;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.StoragePrice;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.physics.economics.ObjectStorageBill;

/**
 * What a data set in object storage costs beyond its capacity.
 *
 * <pre>
 * storage = D · s · T;  egress = D · e · reads
 * requests = files · reads · fee / n;  restore = D · a + D · e
 * </pre>
 *
 * <p>Every read fetches every file once; a month has 730 hours.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does a dataset in object storage cost beyond its capacity?",
    equation = "storage = D · s · T; egress = D · e · reads; requests = files · reads · fee / n")
public final class ObjectStorageBillModel
    extends BaseModel<
        ObjectStorageBillModel.Inputs, ObjectStorageBillModel.ObjectStorageBillResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "size of the data set", unit = "B", range = "[0, inf)")
          Quantity<DataSize> datasetBytes,
      @Port(doc = "price of keeping it", unit = "USD/TB/month", range = "[0, inf)")
          Quantity<StoragePrice> storageRate,
      @Port(doc = "time it is kept", unit = "month", range = "[0, inf)")
          Quantity<Time> billingPeriod,
      @Port(doc = "price of what leaves the cloud", unit = "USD/GB", range = "[0, inf)")
          Quantity<DataPrice> egressRate,
      @Port(doc = "price of reading from the archive", unit = "USD/GB", range = "[0, inf)")
          Quantity<DataPrice> retrievalRate,
      @Port(doc = "times the whole data set is read", range = "[0, inf)") long reads,
      @Port(doc = "objects it consists of", range = "[0, inf)") long files,
      @Port(doc = "fee of requests", unit = "USD", range = "[0, inf)") Quantity<Money> requestFee,
      @Port(doc = "requests that one fee pays for", range = "(0, inf)") long requestsPerFee) {

    /** Names the inputs one by one; all are required. */
    public static ObjectStorageBillModelInputsBuilder builder() {
      return new ObjectStorageBillModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ObjectStorageBillResult(
      @Port(doc = "capacity over the period", unit = "USD") Quantity<Money> storageCost,
      @Port(doc = "egress of one read", unit = "USD") Quantity<Money> egressPerRead,
      @Port(doc = "egress of all reads", unit = "USD") Quantity<Money> egressCost,
      @Port(doc = "fees of all requests", unit = "USD") Quantity<Money> requestCost,
      @Port(doc = "one retrieval from the archive", unit = "USD")
          Quantity<Money> archiveRetrievalCost,
      @Port(doc = "one retrieval and its egress", unit = "USD") Quantity<Money> archiveRestoreCost,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ObjectStorageBillResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ObjectStorageBillModel() {
    super(MethodHandles.lookup(), Inputs.class, ObjectStorageBillResult.class);
  }

  @Override
  public ObjectStorageBillResult solve(Inputs inputs) {
    ObjectStorageBill.Bill bill =
        ObjectStorageBill.of(
            new ObjectStorageBill.Inputs(
                in(BYTE, inputs.datasetBytes()),
                in(BaseUnits.USD_PER_BYTE_SECOND, inputs.storageRate()),
                in(SECOND, inputs.billingPeriod()),
                in(BaseUnits.USD_PER_BYTE, inputs.egressRate()),
                in(BaseUnits.USD_PER_BYTE, inputs.retrievalRate()),
                inputs.reads(),
                inputs.files(),
                in(USD, inputs.requestFee()),
                inputs.requestsPerFee()));
    return new ObjectStorageBillResult(
        of(bill.storage(), USD),
        of(bill.egressPerRead(), USD),
        of(bill.egress(), USD),
        of(bill.requests(), USD),
        of(bill.archiveRetrieval(), USD),
        of(bill.archiveRestore(), USD),
        List.of());
  }
}
