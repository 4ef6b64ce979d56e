using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Meetings.Replies;

namespace CoBuilding.Journeys;

/// <summary>The page behind the link of an invitation, on a small phone without script.</summary>
public sealed class InvitationDocumentJourney(PortalHost host, Chromium chromium)
{
    [Fact]
    public async Task It_fits_a_screen_of_320_pixels()
    {
        var invited = await InvitationFixture.CreateAsync(host);
        await using var phone = await chromium.PhoneAsync(host, invited.District);
        await phone.GoAsync(invited.Link.Split('/', 3)[2]);
        await phone.Page.SetViewportSizeAsync(320, 700);
        Assert.Equal(320, await phone.Page.Locator("html").EvaluateAsync<int>("e => e.scrollWidth"));
    }
}
