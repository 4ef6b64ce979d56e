namespace CoBuilding.Jobs;

/// <summary>The result of one attempt.</summary>
/// <param name="Detail">The server's code, such as <c>HTTP 500</c>.</param>
public sealed record Delivery(DeliveryOutcome End, DeliveryFailure? Failure = null, string? Detail = null)
{
    public static readonly Delivery Accepted = new(DeliveryOutcome.Accepted);

    public static Delivery Retry(DeliveryFailure failure, string? detail = null) => new(DeliveryOutcome.Retry, failure, detail);

    public static Delivery Rejected(DeliveryFailure failure, string? detail = null) => new(DeliveryOutcome.Rejected, failure, detail);

    public static Delivery Unknown(DeliveryFailure failure, string? detail = null) => new(DeliveryOutcome.Unknown, failure, detail);
}
