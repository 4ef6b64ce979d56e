using Bunit;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings.Calling;
using CoBuilding.Texts;
using CoBuilding.Web.Pages.Meetings.Calling;
using CoBuilding.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Web.Tests.Pages.Meetings.Calling;

public sealed class AgendaOpeningHintsTests(PortalHost host)
{
    private readonly Guid committee = Guid.CreateVersion7();

    [Fact]
    public async Task A_line_of_open_resolutions_leads_to_them()
    {
        await using var context = new BunitContext();
        foreach (var opening in host.Use<IEnumerable<IAgendaOpening>>())
            context.Services.AddSingleton(opening);
        var hints = Render(context, "Resolutions.OnAgenda");
        Assert.Equal($"resolutions?committee={committee}", hints.Find("a").GetAttribute("href"));
        Assert.Contains(Wording.T("Resolutions.OpenOnAgenda"), hints.Markup, StringComparison.Ordinal);
        Assert.Empty(Render(context, "Plans.Plans").Markup.Trim());
    }

    [Fact]
    public async Task Another_room_s_line_leads_to_its_own_list()
    {
        await using var context = new BunitContext();
        context.Services.AddSingleton<IAgendaOpening>(new AnotherRoom());
        var hints = Render(context, "Plans.Plans");
        Assert.Equal($"plans?of={committee}", hints.Find("a").GetAttribute("href"));
        Assert.Equal(Wording.T("Plans.MyCalls"), hints.Find("a").TextContent);
        Assert.Contains(Wording.T("Plans.DaysHint"), hints.Markup, StringComparison.Ordinal);
        Assert.Empty(Render(context, "Resolutions.OnAgenda").Markup.Trim());
    }

    /// <param name="key">Of the agenda's one line.</param>
    private IRenderedComponent<AgendaOpeningHints> Render(BunitContext context, string key) =>
        context.Render<AgendaOpeningHints>(p =>
            p.Add(c => c.Form, new DraftMeeting.Form { CommitteeId = committee, Agenda = [new() { Topic = Wording.T(key) }] })
        );

    private sealed class AnotherRoom : IAgendaOpening
    {
        public int Position => 50;
        public AgendaOpeningTexts Texts { get; } = new("Plans.Plans", "Plans.DaysHint", "Plans.MyCalls", "", "", "", "");

        public string ListHref(Guid committeeId) => $"plans?of={committeeId}";

        public Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) => Task.FromResult(true);

        public Task<IReadOnlyList<AgendaOpeningMatter>> MattersAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<AgendaOpeningMatter>>([]);
    }
}
