using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees.Library;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

/// <summary>A committee with a charter, and how versions of it are issued.</summary>
internal static class LibraryFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static Task<CheckedUpload> FileAsync(string text = "第一条 总则") =>
        TestReader.FileAsync("章程.txt", Encoding.UTF8.GetBytes(text));

    public static async Task<(TestDistrict District, Scope Clerk, Guid Committee)> CreateAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1), await district.CommitteeAsync(district.Street1));
    }

    public static AddLibraryDocument.Form Charter(TestDistrict district, Guid committee) =>
        new()
        {
            CommitteeId = committee,
            DocumentKind = "章程",
            Title = "大工委章程",
            FullText = "第一条 总则\n第二条 职责",
            AdoptedOn = district.Today.AddYears(-1),
            AdoptedBy = "第一次全体会议",
            From = district.Today.AddYears(-1),
        };

    public static async Task<Guid> AddAsync(TestDistrict district, Scope clerk, AddLibraryDocument.Form form)
    {
        await district.Use<AddLibraryDocument>().RunAsync(clerk, form, Ct);
        return form.DocumentId;
    }

    public static Task<SeeLibraryDocument.Answer> SeeAsync(TestDistrict district, Scope scope, Guid id, int? version = null) =>
        district.Use<SeeLibraryDocument>().AskAsync(scope, new(id, version), Ct);

    public static async Task IssueAsync(
        TestDistrict district,
        Scope clerk,
        Guid id,
        DateOnly from,
        string text = "修订后的文本",
        CheckedUpload? file = null
    ) =>
        await district
            .Use<IssueLibraryVersion>()
            .RunAsync(
                clerk,
                new()
                {
                    DocumentId = id,
                    ExpectedVersion = (await SeeAsync(district, clerk, id)).RowVersion,
                    FullText = text,
                    File = file,
                    AdoptedOn = from < district.Today ? from : district.Today,
                    From = from,
                    Remark = "修订职责",
                },
                Ct
            );

    public static async Task RepealAsync(TestDistrict district, Scope clerk, Guid id, DateOnly on) =>
        await district
            .Use<RepealLibraryDocument>()
            .RunAsync(
                clerk,
                new()
                {
                    DocumentId = id,
                    ExpectedVersion = (await SeeAsync(district, clerk, id)).RowVersion,
                    On = on,
                    Reason = "并入工作制度",
                },
                Ct
            );

    public static async Task RefusedAsync(string rule, Func<Task> action) =>
        Assert.Equal("Library." + rule, (await Assert.ThrowsAsync<RuleBroken>(action)).Key);
}
