namespace CoBuilding.Web.Links;

internal static class PhoneEndpoints
{
    /// <summary>Those of every room.</summary>
    public static void MapPhone(this WebApplication app)
    {
        var phone = app.MapPhoneGroup();
        foreach (var pages in app.Services.GetServices<IPhonePages>())
            pages.Map(phone);
    }
}
