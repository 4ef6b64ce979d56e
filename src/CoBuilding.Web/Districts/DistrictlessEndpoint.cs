namespace CoBuilding.Web.Districts;

/// <summary>Answers without a district in the URL.</summary>
public sealed record DistrictlessEndpoint;
