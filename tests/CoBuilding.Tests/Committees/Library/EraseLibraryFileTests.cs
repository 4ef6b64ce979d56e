using CoBuilding.Committees.Library;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

public class EraseLibraryFileTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task An_erased_file_is_gone_from_the_database_and_its_record_stays()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(
            district,
            clerk,
            LibraryFixture.Charter(district, committee) with
            {
                File = await LibraryFixture.FileAsync(),
            }
        );
        var file = (await LibraryFixture.SeeAsync(district, clerk, id)).File!.Id;
        var stranger = await district.ClerkAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() =>
            district.Use<EraseLibraryFile>().RunAsync(stranger, new() { FileId = file, Reason = "误传" }, Ct)
        );
        await district.Use<EraseLibraryFile>().RunAsync(clerk, new() { FileId = file, Reason = "误传内部资料" }, Ct);
        Assert.Equal("误传内部资料", (await LibraryFixture.SeeAsync(district, clerk, id)).File!.ErasureReason);
        Assert.Equal(
            "Files.Erased",
            (await Assert.ThrowsAsync<RuleBroken>(() => district.Use<DownloadFile>().AskAsync(clerk, new(id), Ct))).Key
        );
        Assert.Equal(
            "Files.Erased",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district.Use<EraseLibraryFile>().RunAsync(clerk, new() { FileId = file, Reason = "再删" }, Ct)
                )
            ).Key
        );
        await foreach (var row in World.ReadAsync(cluster, "SELECT content IS NULL FROM kept_files WHERE tenant_id = $1", district.Id))
            Assert.True(row.GetBoolean(0));
    }

    [Fact]
    public async Task A_file_that_a_correction_replaced_can_be_erased()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(
            district,
            clerk,
            LibraryFixture.Charter(district, committee) with
            {
                File = await LibraryFixture.FileAsync("涉密的初稿"),
            }
        );
        var seen = await LibraryFixture.SeeAsync(district, clerk, id);
        await district
            .Use<CorrectLibraryVersion>()
            .RunAsync(
                clerk,
                new()
                {
                    DocumentId = id,
                    ExpectedVersion = seen.RowVersion,
                    VersionNumber = 1,
                    FullText = seen.FullText ?? "",
                    File = await LibraryFixture.FileAsync("第一条 总则"),
                    AdoptedOn = seen.Shown.AdoptedOn,
                    AdoptedBy = seen.Shown.AdoptedBy,
                    From = seen.Shown.From,
                    CorrectionReason = "传错了",
                },
                Ct
            );
        var replaced = Assert.Single((await LibraryFixture.SeeAsync(district, clerk, id)).ReplacedFiles);
        Assert.Equal(seen.File!.Id, replaced.Id);
        await district.Use<EraseLibraryFile>().RunAsync(clerk, new() { FileId = replaced.Id, Reason = "误传" }, Ct);
        Assert.NotNull(Assert.Single((await LibraryFixture.SeeAsync(district, clerk, id)).ReplacedFiles).ErasedAt);
    }
}
