-- The kinds of meeting and categories of topics with which a district began on the day of this migration.
INSERT INTO meeting_words (tenant_id, id, list, standard, name, ordinal, row_version)
SELECT p.tenant_id, gen_random_uuid(), w.list, w.standard, w.name, w.ordinal, 1
FROM places p CROSS JOIN (VALUES
    ('MeetingKinds', 'Joint', '联席会议', 1),
    ('MeetingKinds', 'Regular', '例会', 2),
    ('MeetingKinds', 'Topic', '专题会', 3),
    ('MeetingKinds', 'Liaison', '联络员会议', 4),
    ('MeetingKinds', 'Plenary', '全体会议', 5),
    ('TopicCategories', 'EconomyAndSociety', '经济社会发展', 6),
    ('TopicCategories', 'SocialManagement', '社会管理创新', 7),
    ('TopicCategories', 'PartyBuilding', '党的建设', 8)
) AS w (list, standard, name, ordinal)
WHERE p.parent_id IS NULL;
