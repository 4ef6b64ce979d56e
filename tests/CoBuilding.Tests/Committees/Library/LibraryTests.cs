using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Library;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees.Library;

/// <summary>Library documents of a body: who edits them, who reads them, and which version was in force.</summary>
public class LibraryTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    private static Task<CheckedUpload> FileAsync(string text = "第一条 总则") =>
        TestReader.FileAsync("章程.txt", Encoding.UTF8.GetBytes(text));

    private async Task<(TestDistrict District, Scope Clerk, Guid Committee)> CreateAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1), await district.CommitteeAsync(district.Street1));
    }

    private static AddLibraryDocument.Form Charter(TestDistrict district, Guid committee) =>
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

    private static async Task<Guid> AddAsync(TestDistrict district, Scope clerk, AddLibraryDocument.Form form)
    {
        await district.Use<AddLibraryDocument>().RunAsync(clerk, form, Ct);
        return form.DocumentId;
    }

    private static Task<SeeLibraryDocument.Answer> SeeAsync(TestDistrict district, Scope scope, Guid id, int? version = null) =>
        district.Use<SeeLibraryDocument>().AskAsync(scope, new(id, version), Ct);

    private static async Task IssueAsync(
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

    private static async Task RepealAsync(TestDistrict district, Scope clerk, Guid id, DateOnly on) =>
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

    private static async Task RefusedAsync(string rule, Func<Task> action) =>
        Assert.Equal("Library." + rule, (await Assert.ThrowsAsync<RuleBroken>(action)).Key);

    [Fact]
    public async Task A_version_replaces_the_one_before_from_its_first_day_and_earlier_ones_stay_readable()
    {
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(district, clerk, Charter(district, committee));
        await IssueAsync(district, clerk, id, district.Today.AddMonths(-1));
        await IssueAsync(district, clerk, id, district.Today.AddDays(10), "将施行的文本");

        var now = await SeeAsync(district, clerk, id);
        Assert.Equal(
            [(3, VersionState.Coming), (2, VersionState.InForce), (1, VersionState.Replaced)],
            now.Versions.Select(v => (v.Number, v.State))
        );
        Assert.Equal((2, "修订后的文本"), (now.Shown.Number, now.FullText));
        Assert.Equal([null, district.Today.AddDays(10), district.Today.AddMonths(-1)], now.Versions.Select(v => v.Until));
        Assert.Equal("第一条 总则\n第二条 职责", (await SeeAsync(district, clerk, id, 1)).FullText);
        await Assert.ThrowsAsync<NotFound>(() => SeeAsync(district, clerk, id, 9));
        var row = Assert.Single(
            (await district.Use<ListLibraryDocuments>().AskAsync(clerk, new() { CommitteeId = committee, Search = "dgwzc" }, Ct)).Rows
        );
        Assert.Equal((2, 3, 3), (row.Now!.Number, row.Coming!.Number, row.Versions));

        district.Clock.Advance(TimeSpan.FromDays(10));
        clerk = await district.SignInAsync("clerk" + district.Street1.Code);
        Assert.Equal("将施行的文本", (await SeeAsync(district, clerk, id)).FullText);
    }

    [Fact]
    public async Task Versions_follow_on_each_other_and_hold_after_they_were_adopted()
    {
        var (district, clerk, committee) = await CreateAsync();
        var form = Charter(district, committee);
        await RefusedAsync(
            "NotYetAdopted",
            () => AddAsync(district, clerk, form with { AdoptedOn = district.Today.AddDays(1), From = district.Today.AddDays(1) })
        );
        await RefusedAsync("InForceBeforeAdopted", () => AddAsync(district, clerk, form with { From = form.AdoptedOn!.Value.AddDays(-1) }));
        var id = await AddAsync(district, clerk, form);
        await RefusedAsync("NotAfterTheOneBefore", () => IssueAsync(district, clerk, id, form.From!.Value));
        await RefusedAsync("TitleIsTaken", () => AddAsync(district, clerk, Charter(district, committee)));
        await Assert.ThrowsAsync<Stale>(() =>
            district
                .Use<IssueLibraryVersion>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        DocumentId = id,
                        ExpectedVersion = 9,
                        FullText = "文",
                        AdoptedOn = district.Today,
                        From = district.Today,
                    },
                    Ct
                )
        );
        foreach (
            var wrong in new[]
            {
                form with
                {
                    FullText = " ",
                },
                form with
                {
                    Title = "",
                },
                form with
                {
                    DocumentKind = "",
                },
                form with
                {
                    FullText = new string('文', LibraryVersion.LongestText + 1),
                },
            }
        )
            await Assert.ThrowsAsync<ValidationFailed>(() =>
                AddAsync(district, clerk, wrong with { OperationId = Guid.CreateVersion7(), DocumentId = Guid.CreateVersion7() })
            );
    }

    [Fact]
    public async Task A_repealed_document_takes_no_version_and_leaves_its_title_to_another()
    {
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(district, clerk, Charter(district, committee));
        await RefusedAsync("RepealedBeforeItHeld", () => RepealAsync(district, clerk, id, district.Today.AddYears(-1)));
        await RepealAsync(district, clerk, id, district.Today);
        await RefusedAsync("IsRepealed", () => RepealAsync(district, clerk, id, district.Today));
        await RefusedAsync("IsRepealed", () => IssueAsync(district, clerk, id, district.Today));
        var seen = await SeeAsync(district, clerk, id);
        Assert.Equal((VersionState.Repealed, "并入工作制度"), (seen.Shown.State, seen.RepealReason));
        Assert.Empty((await district.Use<ListLibraryDocuments>().AskAsync(clerk, new() { CommitteeId = committee }, Ct)).Rows);
        Assert.Single(
            (await district.Use<ListLibraryDocuments>().AskAsync(clerk, new() { CommitteeId = committee, WithRepealed = true }, Ct)).Rows
        );
        await AddAsync(district, clerk, Charter(district, committee));
    }

    [Fact]
    public async Task A_correction_keeps_the_number_stays_between_its_neighbors_and_says_why()
    {
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(district, clerk, Charter(district, committee) with { File = await FileAsync() });
        await IssueAsync(district, clerk, id, district.Today.AddMonths(-1));
        await IssueAsync(district, clerk, id, district.Today);
        var form = new CorrectLibraryVersion.Form
        {
            DocumentId = id,
            VersionNumber = 2,
            FullText = "修订后的文本",
            AdoptedOn = district.Today.AddMonths(-2),
            AdoptedBy = "第二次全体会议",
            From = district.Today.AddMonths(-1),
            CorrectionReason = "通过日期录错",
        };
        await RefusedAsync("NotBeforeTheNext", () => CorrectAsync(form with { From = district.Today }));
        await RefusedAsync(
            "NotAfterTheOneBefore",
            () => CorrectAsync(form with { AdoptedOn = district.Today.AddYears(-1), From = district.Today.AddYears(-1) })
        );
        await CorrectAsync(form);
        await RefusedAsync("NothingCorrected", () => CorrectAsync(form));
        var seen = await SeeAsync(district, clerk, id, 2);
        Assert.Equal(("第二次全体会议", "通过日期录错"), (seen.Shown.AdoptedBy, Assert.Single(seen.Corrections).Reason));
        Assert.Equal(3, seen.Versions.Count);

        // The file stays only if confirmed.
        var first = new CorrectLibraryVersion.Form
        {
            DocumentId = id,
            VersionNumber = 1,
            KeepsFile = true,
            AdoptedOn = district.Today.AddYears(-1),
            From = district.Today.AddYears(-1),
            CorrectionReason = "正文以附件为准",
        };
        await CorrectAsync(first);
        Assert.Equal(
            (null, "章程.txt"),
            ((await SeeAsync(district, clerk, id, 1)).FullText, (await SeeAsync(district, clerk, id, 1)).File?.Name)
        );
        await CorrectAsync(first with { KeepsFile = false, FullText = "补录正文" });
        Assert.Null((await SeeAsync(district, clerk, id, 1)).File);
        await Assert.ThrowsAsync<ValidationFailed>(() => CorrectAsync(first with { KeepsFile = false }));
        await RefusedAsync("NoText", () => CorrectAsync(first));

        async Task CorrectAsync(CorrectLibraryVersion.Form wrong) =>
            await district
                .Use<CorrectLibraryVersion>()
                .RunAsync(
                    clerk,
                    wrong with
                    {
                        ExpectedVersion = (await SeeAsync(district, clerk, id)).RowVersion,
                        OperationId = Guid.CreateVersion7(),
                        NewRowId = Guid.CreateVersion7(),
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_unit_reads_the_library_of_the_bodies_on_which_it_has_a_seat_and_changes_nothing()
    {
        var (district, clerk, committee) = await CreateAsync();
        var (seat, unit, person) = await district.MemberAsync(committee, district.Street1, "第一中学");
        var outsider = await district.UnitAsync(district.Street1, "第二中学");
        await district.PersonAsync(outsider, "外人", secretary: true);
        var id = await AddAsync(district, clerk, Charter(district, committee) with { File = await FileAsync() });
        await AddAsync(district, district.Admin, Charter(district, await district.CommitteeAsync(district.Street2)));
        var (member, other) = (await AccountAsync(unit, "member"), await AccountAsync(outsider, "other"));

        Assert.Equal(id, Assert.Single((await district.Use<ListLibraryDocuments>().AskAsync(member, new(), Ct)).Rows).Id);
        Assert.Equal("第一条 总则\n第二条 职责", (await SeeAsync(district, member, id)).FullText);
        Assert.Equal("第一条 总则"u8.ToArray(), (await district.Use<DownloadFile>().AskAsync(member, new(id), Ct)).Bytes);
        await Assert.ThrowsAsync<Denied>(() => RepealAsync(district, member, id, district.Today));
        await Assert.ThrowsAsync<Denied>(() => AddAsync(district, member, Charter(district, committee)));

        Assert.Empty((await district.Use<ListLibraryDocuments>().AskAsync(other, new(), Ct)).Rows);
        await Assert.ThrowsAsync<NotFound>(() => SeeAsync(district, other, id));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<DownloadFile>().AskAsync(other, new(id), Ct));

        await district
            .Use<EndAppointment>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Other,
                },
                Ct
            );
        await SeeAsync(district, member, id); // the seat belongs to the unit, regardless of the holder
        await district
            .Use<CloseSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 2,
                    On = district.Today,
                },
                Ct
            );
        await Assert.ThrowsAsync<NotFound>(() => SeeAsync(district, member, id));

        async Task<Scope> AccountAsync(Guid of, string login)
        {
            var posts = (await district.Use<SeeUnit>().AskAsync(clerk, of, Ct)).Posts;
            var form = new OpenUnitAccount.Form
            {
                PostId = posts.First(p => p.IsSecretary).PostId,
                Login = login,
                Role = Role.UnitSecretary,
            };
            await district.Use<OpenUnitAccount>().RunAsync(clerk, form, Ct);
            return await district.FirstSignInAsync(login, form.Code);
        }
    }

    [Fact]
    public async Task A_file_is_kept_as_it_was_brought_and_each_taking_is_journaled()
    {
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(
            district,
            clerk,
            Charter(district, committee) with
            {
                FullText = "",
                File = await FileAsync("第一条 总则"),
            }
        );
        var seen = await SeeAsync(district, clerk, id);
        Assert.Equal(
            ("章程.txt", 16, true, "clerk" + district.Street1.Code),
            (seen.File!.Name, seen.File.Size, seen.File.HasText, seen.File.UploadedBy)
        );
        var taken = await district.Use<DownloadFile>().AskAsync(clerk, new(id), Ct);
        Assert.Equal(("章程.txt", "text/plain", "第一条 总则"), (taken.FileName, taken.ContentType, Encoding.UTF8.GetString(taken.Bytes)));

        var journal = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "kept_files", Size = 100 }, Ct)).Rows;
        Assert.Equal(["exported", "added"], journal.Select(e => e.Action));
        Assert.All(journal, e => Assert.DoesNotContain("5LiA5p2h", e.After, StringComparison.Ordinal)); // the content in Base64
        Assert.Contains("\"Content\": \"…\"", journal[^1].After, StringComparison.Ordinal);
        await RefusedAsync("NoText", () => district.Use<ExportLibraryDocument>().AskAsync(clerk, new(id), Ct));
    }

    [Fact]
    public async Task An_erased_file_is_gone_from_the_database_and_its_record_stays()
    {
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(district, clerk, Charter(district, committee) with { File = await FileAsync() });
        var file = (await SeeAsync(district, clerk, id)).File!.Id;
        var stranger = await district.ClerkAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() =>
            district.Use<EraseLibraryFile>().RunAsync(stranger, new() { FileId = file, Reason = "误传" }, Ct)
        );
        await district.Use<EraseLibraryFile>().RunAsync(clerk, new() { FileId = file, Reason = "误传内部资料" }, Ct);
        Assert.Equal("误传内部资料", (await SeeAsync(district, clerk, id)).File!.ErasureReason);
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
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(district, clerk, Charter(district, committee) with { File = await FileAsync("涉密的初稿") });
        var seen = await SeeAsync(district, clerk, id);
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
                    File = await FileAsync("第一条 总则"),
                    AdoptedOn = seen.Shown.AdoptedOn,
                    AdoptedBy = seen.Shown.AdoptedBy,
                    From = seen.Shown.From,
                    CorrectionReason = "传错了",
                },
                Ct
            );
        var replaced = Assert.Single((await SeeAsync(district, clerk, id)).ReplacedFiles);
        Assert.Equal(seen.File!.Id, replaced.Id);
        await district.Use<EraseLibraryFile>().RunAsync(clerk, new() { FileId = replaced.Id, Reason = "误传" }, Ct);
        Assert.NotNull(Assert.Single((await SeeAsync(district, clerk, id)).ReplacedFiles).ErasedAt);
    }

    [Fact]
    public async Task A_text_comes_as_a_paper_too_and_a_title_can_be_mended()
    {
        var (district, clerk, committee) = await CreateAsync();
        var id = await AddAsync(district, clerk, Charter(district, committee));
        var paper = await district.Use<ExportLibraryDocument>().AskAsync(clerk, new(id), Ct);
        Assert.Equal("大工委章程2026-11-23.docx", paper.FileName);
        Assert.True((await TestReader.FileAsync(paper.FileName, paper.Bytes)).HasText);
        await district
            .Use<EditLibraryDocument>()
            .RunAsync(
                clerk,
                new()
                {
                    DocumentId = id,
                    ExpectedVersion = 1,
                    DocumentKind = "工作规程",
                    Title = "大工委工作规程",
                },
                Ct
            );
        Assert.Equal(
            ("工作规程", "大工委工作规程"),
            ((await SeeAsync(district, clerk, id)).DocumentKind, (await SeeAsync(district, clerk, id)).Title)
        );
    }
}
