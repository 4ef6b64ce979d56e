using CoBuilding.Access;
using CoBuilding.Minutes;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Minutes;

public sealed class CountersignEndpoints : IPhonePages
{
    public void Map(RouteGroupBuilder phone) =>
        phone.MapPhonePage<CountersignDocument, SeeCountersign, SeeCountersign.Answer, CountersignMinutes, CountersignMinutes.Form>(
            new("/c/{token}", "/countersigns/{id:guid}", Right.CountersignMinutes, "whoever bears the link speaks by it for the unit"),
            (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
            (countersign, who, form, ct) => countersign.RunAsync(who.Scope, form, ct)
        );
}
