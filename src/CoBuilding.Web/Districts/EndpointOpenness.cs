namespace CoBuilding.Web.Districts;

public static class EndpointOpenness
{
    /// <summary>Serves people who have not signed in.</summary>
    public static T OpenToAll<T>(this T endpoint, string reason)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenToAll(reason)).AllowAnonymous();

    /// <summary>Serves people who have not signed in, with or without a district in the URL.</summary>
    public static T OutsideDistricts<T>(this T endpoint, string reason)
        where T : IEndpointConventionBuilder => endpoint.OpenToAll(reason).WithMetadata(new DistrictlessEndpoint());
}
