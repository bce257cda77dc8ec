package org.mlsysim.api.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Asks mlsysim's annotation processor for a builder of a record of ports: one named method a
 * component, defaults and ranges from {@link Port}.
 *
 * <p>{@code DistributedModel.Inputs} gets {@code DistributedModelInputsBuilder} in its package. The
 * processor also refuses unknown units, malformed ranges and doubled names at compile time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Buildable {}
